import { expect, it } from 'vitest';

import { visible, visibleLine, visibleOutput } from '../../src/foreign/visible.js';

it('shows what a terminal would obey as its code point', () => {
  expect(visible('\u001b]0;x\u0007\u001b[2J \u202egnp')).toBe(
    '<U+001B>]0;x<U+0007><U+001B>[2J <U+202E>gnp'
  );
  expect(visible('\u009b31m \u2066a\u2069 \u{e0041}')).toBe(
    '<U+009B>31m <U+2066>a<U+2069> <U+E0041>'
  );
});

it('leaves words of any language, lines and tabs alone', () => {
  const text = 'Ünïcode שלום 日本 👩‍🚀\n\tindented';
  expect(visible(text)).toBe(text);
  expect(visibleLine('one\ntwo\tthree')).toBe('one<U+000A>two<U+0009>three');
});

it('keeps the colours of a tool and nothing else of its escape sequences', () => {
  expect(
    visibleOutput('\u001b[1;31merror\u001b[0m: no\r\n\u001b[2Jgone\u001b]52;c;eHg=\u0007')
  ).toBe('\u001b[1;31merror\u001b[0m: no\n<U+001B>[2Jgone<U+001B>]52;c;eHg=<U+0007>');
});
