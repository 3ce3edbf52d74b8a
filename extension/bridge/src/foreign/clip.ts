/**
 * Texts of others may be of any length, and end up in a notebook that has to be stored and shown. These functions say what
 * they left out.
 */

/** Keeps the beginning of a text, at most `most` code units of it. */
export function clipEnd(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${wellFormed(text.slice(0, most))}… (and ${text.length - most} more characters)`;
}

/** Keeps the end of a text, which in a log or a traceback says what went wrong. */
export function clipStart(text: string, most: number): string {
  if (text.length <= most) return text;
  return `(${text.length - most} characters before) …${wellFormed(text.slice(text.length - most))}`;
}

/** Replaces halves of characters (lone surrogates), which cannot be written as UTF-8, by `�`. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd');
}
