/**
 * How text of others is shown: on a terminal, in an output and on the page. `jupyterlab_maturin/foreign/visible.py` is
 * the same rule in Python; `test/visible.json` holds both to it.
 */

/**
 * What a terminal or a page would obey and not show: control characters, the marks that change the direction of text
 * (Unicode's UAX #9), line and paragraph separators, the invisible characters of the tag block, and halves of
 * surrogate pairs, which no encoding can carry. A line feed and a tab are text.
 */
const INVISIBLE =
  // eslint-disable-next-line no-control-regex -- these are what it looks for
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff\u{e0000}-\u{e007f}]/gu;

/** A colour or weight, as cargo and rustc print them: the one kind of escape sequence that only looks different. */
// eslint-disable-next-line no-control-regex -- an escape sequence begins with ESC
const COLOUR = /(\u001b\[[\d;:]{0,32}m)/u;

/** "Erase the rest of the line", which gcc prints with each colour, and cargo. Where text only follows, it does nothing. */
// eslint-disable-next-line no-control-regex -- an escape sequence begins with ESC
const ERASE = /\u001b\[0?K/gu;

/** The sequence that ends all colours. */
const PLAIN = '\u001b[0m';

/** Makes a text of others safe to show: what would be obeyed becomes its code point, `<U+001B>`. */
export function visible(text: string): string {
  return text.replace(INVISIBLE, codePoint);
}

/** As {@link visible}, for a text that has to stay on one line. */
export function visibleLine(text: string): string {
  return visible(text).replace(/[\n\t]/g, codePoint);
}

/**
 * As {@link visible}, for the output of a tool: its colours stay and end with it, and `\r\n` ends a line. A sequence
 * that would hide what follows it is shown.
 */
export function visibleOutput(text: string): string {
  let open = false;
  const parts = text
    .replace(/\r\n/g, '\n')
    .replace(ERASE, '')
    .split(COLOUR)
    .map((part, index) => {
      if (index % 2 === 0 || hides(part)) return visible(part);
      open = !/^.\[[0;:]*m$/u.test(part);
      return part;
    });
  return parts.join('') + (open ? PLAIN : '');
}

/** Returns `value` as JSON on one line that can be shown as it is: it says `\\u202e` and does not hold the character. */
export function visibleJson(value: unknown): string {
  const escaped = (unit: string): string =>
    `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return JSON.stringify(value).replace(INVISIBLE, character =>
    character.split('').map(escaped).join('')
  );
}

/** Cuts a text off that is longer than `limit` characters, and says how many are missing. */
export function bounded(text: string, limit: number): string {
  if (text.length <= limit) return text;
  // No half of a surrogate pair stays behind.
  const kept = text.slice(0, limit).replace(/[\ud800-\udbff]$/, '');
  const missing = (text.length - kept.length).toLocaleString('en-US');
  return `${kept}… (${missing} more characters)`;
}

/** Whether a colour sequence holds the number 8, "concealed", as more than a part of another number's colour. */
function hides(sequence: string): boolean {
  const numbers = sequence.slice(2, -1).split(';');
  for (let at = 0; at < numbers.length; at += 1) {
    if (numbers[at] === '8') return true;
    // 38;5;N and 48;5;N are one of 256 colours; 38;2;R;G;B and 48;2;R;G;B are any colour.
    if (/^[345]8$/.test(numbers[at]!)) at += numbers[at + 1] === '2' ? 4 : 2;
  }
  return false;
}

function codePoint(character: string): string {
  return `<U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}>`;
}
