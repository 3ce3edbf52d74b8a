/** Values in an error's text: quoted texts, addresses, numbers, and the three that Python names. */
const VALUES = /(["'`]).*?\1|0x[\da-f]+|-?\d[\d_.]*|\b(?:None|True|False)\b/g;

/** What is in brackets, and no bracket inside of it. */
const INNERMOST = /\([^()]*\)|\[[^[\]]*\]|\{[^{}]*\}/g;

/** Characters of an error that are compared. */
const LONGEST = 1000;

/**
 * Returns what tests that fail for the same reason have in common: the first line of the error, with an ellipsis for each
 * value. `f(3) is 6, not 0` and `f([4, 5]) is 20, not 0` are one reason.
 */
export function causeOf(error: string): string {
  // The pattern looks for the end of a quotation from each quotation mark on, so the text must not be of any length.
  let [text = ''] = error.slice(0, LONGEST).trim().split('\n');
  for (let before = ''; before !== text;) {
    before = text;
    text = text.replace(INNERMOST, '…');
  }
  return text.replace(VALUES, '…');
}
