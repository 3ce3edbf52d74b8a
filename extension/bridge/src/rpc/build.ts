import { BUILD, BUILD_EVENT, CANCEL } from '@jupyterlab-maturin/protocol';
import type {
  BuildEventParams,
  BuildOutcome,
  BuildRequest,
  CancelParams
} from '@jupyterlab-maturin/protocol';
import { ErrorCodes, ResponseError } from 'vscode-jsonrpc/node';
import type { CancellationToken } from 'vscode-jsonrpc/node';
import { runBuild } from '../build/runBuild.js';
import type { AddMethods } from './serve.js';

/** The methods that build: any number at once, each known by its request's id. */
export const addBuildMethods: AddMethods = (connection, running) => {
  const cancellations = new Map<string, AbortController>();

  connection.onRequest(
    BUILD,
    async (
      request: BuildRequest,
      token: CancellationToken
    ): Promise<BuildOutcome | ResponseError> => {
      const { id } = request;
      if (cancellations.has(id)) {
        return new ResponseError(
          ErrorCodes.InvalidParams,
          `A build with the id ${id} is running: choose another id.`
        );
      }
      const controller = new AbortController();
      cancellations.set(id, controller);
      token.onCancellationRequested(() => controller.abort());
      try {
        const signal = AbortSignal.any([controller.signal, running.signal]);
        return await running.track(
          runBuild(
            request,
            event => {
              const params: BuildEventParams = { id, event };
              // A connection that is gone needs no news.
              connection.sendNotification(BUILD_EVENT, params).catch(() => undefined);
            },
            signal
          )
        );
      } finally {
        cancellations.delete(id);
      }
    }
  );

  connection.onNotification(CANCEL, ({ id }: CancelParams) => cancellations.get(id)?.abort());
};
