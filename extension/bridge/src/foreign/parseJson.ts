import type { Validator } from '@jupyterlab-maturin/protocol';

import { wellFormed } from './clip.js';

/**
 * Reads a line of JSON that others wrote, if it is what the schema says.
 *
 * A JSON text may hold half a character (`"\ud800"`), which cannot be written as UTF-8 later: it becomes `�`.
 *
 * @returns `null` when it is not JSON, is not what the schema says, or is nested deeper than the stack
 */
export function parseForeignJson<Value>(line: string, isValid: Validator<Value>): Value | null {
  try {
    // Only these can hold half a character, and looking at each value takes several times as long as parsing.
    const value: unknown = /\\u[dD][89a-fA-F]/.test(line)
      ? JSON.parse(line, (_, part: unknown) => (typeof part === 'string' ? wellFormed(part) : part))
      : JSON.parse(line);
    return isValid(value) ? value : null;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) return null;
    throw error;
  }
}
