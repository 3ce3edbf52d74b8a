/** Inputs as somebody of ill will would write them: any text, any JSON, and what is right but for a few places. */
import fc from 'fast-check';

/** Pieces that mean something to a terminal, a parser, a path or an object. */
const PIECES = [
  '\u001b[2J',
  '\u001b]0;x\u0007',
  '\u001b[31m',
  '\u001b[8m',
  '\u202e',
  '\u2028',
  '\ufeff',
  '\u0000',
  '\u0085',
  '\ud800',
  '\udc00',
  '👍',
  '\n',
  '\r',
  '\r\n',
  '\t',
  ' ',
  '"',
  "'",
  '`',
  '\\',
  '\\ud83d',
  '../',
  '/',
  '__proto__',
  'constructor',
  '<b onclick="x">',
  '&amp;',
  '$&',
  '{}',
  '[[',
  '::',
  '% _ -- =',
  '99999999999999999999',
  'x'.repeat(20_000)
];

/** Any text: of any characters, and often of such pieces. */
export const foreignText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc
    .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 5 })), { maxLength: 8 })
    .map(pieces => pieces.join(''))
);

/** Any JSON, with the numbers and texts that are at the edges. */
export const foreignJson: fc.Arbitrary<unknown> = fc.oneof(
  foreignText,
  fc.constantFrom(null, true, 0, -0, -1, 0.5, 1e308, 2 ** 53, 2 ** 60, '', [], {}, [[]], [null]),
  fc.integer(),
  fc.jsonValue({ maxDepth: 2 })
);

/** A text with a few places cut out, doubled, or replaced by others. */
export function mutated(text: string): fc.Arbitrary<string> {
  const place = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    remove: fc.oneof(fc.nat(3), fc.nat(text.length)),
    insert: fc.oneof(fc.constant(''), fc.constant(text.slice(0, 200)), foreignText)
  });
  return fc.array(place, { minLength: 1, maxLength: 3 }).map(places =>
    places.reduce((before, { at, remove, insert }) => {
      const start = Math.floor(at * before.length);
      return before.slice(0, start) + insert + before.slice(start + remove);
    }, text)
  );
}

/** What is left out of an object. */
const GONE = Symbol('gone');

/** `value`, which is JSON, with up to three of its parts replaced by anything, left out, or put there many times. */
export function withPartsReplaced(value: unknown): fc.Arbitrary<unknown> {
  const change = fc.record({
    way: fc.array(fc.nat(50), { minLength: 1, maxLength: 6 }),
    by: fc.oneof({ weight: 4, arbitrary: foreignJson }, fc.constant<unknown>(GONE))
  });
  return fc
    .array(change, { minLength: 1, maxLength: 3 })
    .map(changes =>
      changes.reduce((before: unknown, { way, by }) => replaced(before, way, by), value)
    );
}

function replaced(value: unknown, [turn = 0, ...way]: number[], by: unknown): unknown {
  if (typeof value !== 'object' || value === null) return by === GONE ? null : by;
  const entries = Object.entries(value);
  if (entries.length === 0) return by === GONE ? value : by;
  const at = turn % entries.length;
  const changed = entries.flatMap(([key, part], index): [string, unknown][] => {
    if (index !== at) return [[key, part]];
    // Ways are of different lengths, so an object in between is replaced, too.
    const next = way.length > 0 ? replaced(part, way, by) : by;
    return next === GONE ? [] : [[key, next]];
  });
  return Array.isArray(value) ? changed.map(([, part]) => part) : Object.fromEntries(changed);
}
