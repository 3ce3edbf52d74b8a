import { COURSE_ERROR, faults, type Validator } from '@jupyterlab-maturin/protocol';
import { ErrorCodes, ResponseError } from 'vscode-jsonrpc/node';
import type { CancellationToken, MessageConnection } from 'vscode-jsonrpc/node';
import { CourseError } from '../course/error.js';
import { unexpectedSentence } from '../faults/unexpected.js';

/**
 * Registers the answer to a request. It is only called with valid parameters: others are refused with what is wrong in
 * them, and fields that are not known are ignored. A `CourseError` is sent as `COURSE_ERROR`, with its sentence, and any other
 * error with a sentence, too.
 */
export function onValidRequest<Params>(
  connection: MessageConnection,
  method: string,
  isValid: Validator<Params>,
  answer: (params: Params, token: CancellationToken) => unknown
): void {
  connection.onRequest(method, async (params: unknown, token: CancellationToken) => {
    if (!isValid(params)) {
      return new ResponseError(
        ErrorCodes.InvalidParams,
        `The request \`${method}\` is not valid: ${faults(isValid).join('; ')}.`
      );
    }
    try {
      return await answer(params, token);
    } catch (error) {
      return error instanceof CourseError
        ? new ResponseError(COURSE_ERROR, error.message)
        : new ResponseError(ErrorCodes.InternalError, unexpectedSentence(error));
    }
  });
}
