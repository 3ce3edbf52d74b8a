/** What a person may be told about bad input. */
import assert from 'node:assert/strict';
import { visible, visibleLine } from '@jupyterlab-maturin/protocol';

/** Characters of the longest sentence that somebody reads. */
const LONGEST = 4096;

/** Checks that a text is one visible sentence: no stack, nothing that a terminal obeys, and no longer than is read. */
export function assertSentence(text: string): void {
  assert.equal(typeof text, 'string');
  assert.notEqual(text.trim(), '');
  // Not `assert.equal`, which works out the difference of two texts of any length.
  assert.ok(visibleLine(text) === text, `a terminal would obey: ${text.slice(0, 400)}`);
  assert.ok(text.length <= LONGEST, `it has ${text.length} characters`);
  assert.doesNotMatch(text, / {4}at \S+ \(|\[object |is not a function|Cannot read prop|undefined/);
}

/** Checks that a text of several lines can be shown as it is. */
export function assertVisible(text: string): void {
  assert.ok(visible(text) === text, `a terminal would obey: ${text.slice(0, 400)}`);
}

/**
 * Does something that may refuse its input.
 *
 * @param designed the one kind of error with which it may refuse
 * @returns what it returns; `null` when it refused with such an error, whose message is a sentence
 */
export async function resultOrRefusal<Result>(
  act: () => Result | Promise<Result>,
  designed: new (...args: never[]) => Error
): Promise<Result | null> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof designed)) throw error;
    assertSentence(error.message);
    return null;
  }
}

/** Whether a text can be written as UTF-8: there is no half of a character in it. */
export function isWellFormed(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}
