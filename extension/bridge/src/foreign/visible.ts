/**
 * What a terminal or a page would obey and not show: control characters, the marks that change the direction of text
 * (Unicode's UAX #9), line and paragraph separators, and the invisible characters of the tag block. A line feed and a
 * tab are text.
 */
const INVISIBLE =
  // eslint-disable-next-line no-control-regex -- these are what it looks for
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\u{e0000}-\u{e007f}]/gu;

/** A colour or weight, as cargo and rustc print them: the one kind of escape sequence that only looks different. */
// eslint-disable-next-line no-control-regex -- an escape sequence begins with ESC
const COLOUR = /(\u001b\[[\d;:]{0,32}m)/u;

/**
 * Makes a text of others safe to print: what a terminal would obey is shown as its code point, `<U+001B>`. Every text
 * that does not come from this program (a title, a path, a compiler's message) goes through here on its way to a
 * terminal.
 */
export function visible(text: string): string {
  return text.replace(INVISIBLE, codePoint);
}

/** As {@link visible}, for a text that has to stay on one line. */
export function visibleLine(text: string): string {
  return visible(text).replace(/[\n\t]/g, codePoint);
}

/** As {@link visible}, for the output of a tool: its colours stay, and `\r\n` ends a line. */
export function visibleOutput(text: string): string {
  return text
    .replace(/\r\n/g, '\n')
    .split(COLOUR)
    .map((part, index) => (index % 2 === 1 ? part : visible(part)))
    .join('');
}

function codePoint(character: string): string {
  return `<U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}>`;
}
