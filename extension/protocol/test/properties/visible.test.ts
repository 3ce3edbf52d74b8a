/** How text of others is shown, whatever is in it. */
import assert from 'node:assert/strict';
import {
  bounded,
  visible,
  visibleJson,
  visibleLine,
  visibleOutput
} from '@jupyterlab-maturin/protocol';
import fc from 'fast-check';
import { foreignJson, foreignText } from '../support/foreign.js';
import { isWellFormed } from '../support/sentence.js';
import { property } from '../support/property.js';

/** Everything that Unicode calls a control or format character that turns text, but for a line feed and a tab. */
const OBEYED =
  /(?![\n\t])[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}\p{Surrogate}\ufeff\u{e0000}-\u{e007f}]/u;
// eslint-disable-next-line no-control-regex -- a colour begins with ESC
const COLOUR = /\u001b\[[\d;:]{0,32}m/g;

property('a text that was made visible holds nothing that is obeyed', foreignText, text => {
  assert.doesNotMatch(visible(text), OBEYED);
  assert.doesNotMatch(visibleLine(text), OBEYED);
  assert.doesNotMatch(visibleLine(text), /[\n\t]/);
});

property('making it visible once more changes nothing', foreignText, text => {
  assert.equal(visible(visible(text)), visible(text));
  assert.equal(visibleLine(visibleLine(text)), visibleLine(text));
  assert.equal(visibleOutput(visibleOutput(text)), visibleOutput(text));
});

property(
  'the output of a tool keeps its colours, and nothing else that is obeyed',
  foreignText,
  text => {
    const shown = visibleOutput(text);
    assert.doesNotMatch(shown.replace(COLOUR, ''), OBEYED);
    const last = shown.match(COLOUR)?.at(-1);
    if (last !== undefined) assert.match(last, /^.\[[0;:]*m$/u, 'a colour stays on');
  }
);

property('JSON says the same and can be shown', foreignJson, value => {
  const json = visibleJson(value);
  assert.equal(visibleLine(json), json);
  assert.deepEqual(JSON.parse(json), JSON.parse(JSON.stringify(value)));
});

property(
  'a text that was cut is no longer than the limit and the word about it',
  fc.tuple(foreignText, fc.nat(100)),
  ([text, limit]) => {
    const kept = bounded(text, limit);
    assert.ok(kept.length <= limit + 40);
    if (isWellFormed(text)) assert.ok(isWellFormed(kept));
    if (text.length <= limit) assert.equal(kept, text);
  }
);
