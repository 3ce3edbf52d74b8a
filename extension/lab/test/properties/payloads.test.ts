// @vitest-environment jsdom
/** Payloads that are right but for some of their parts, which are anything: each ends in a card, the other form, or a sentence. */
import { attach, fallback, htmlRenderer, openEverything } from '../outputs.js';
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { afterEach, beforeEach, vi } from 'vitest';
import {
  foreignJson,
  foreignText,
  withPartsReplaced
} from '../../../protocol/test/support/foreign.js';
import { property } from '../../../protocol/test/support/property.js';
import { build } from '../../src/build-output/index.js';
import { predictionKind } from '../../src/predict/kind.js';
import { lessonSource } from '../../src/source-output/index.js';
import type { TaskKind } from '../../src/task-output/kind.js';
import { shownPayload } from '../../src/task-output/shown-payload.js';
import { verification } from '../../src/verify-output/index.js';
import {
  done,
  failed,
  notVerified,
  payload,
  predicting,
  rustc,
  source,
  testResult,
  verifying
} from '../payloads.js';

const prediction = predictionKind({
  changed: { connect: () => true, disconnect: () => true } as never,
  isOpen: () => true,
  isRunning: () => false,
  choose: () => Promise.resolve()
});

const name = { name: 'K', where: 'here', reason: 'so' };
const VALID: [kind: unknown, payload: unknown][] = [
  [
    build,
    payload({
      log: 'log',
      waiting: 'a lock',
      notes: ['note'],
      timings: [{ step: 'plan', seconds: 1 }]
    })
  ],
  [build, failed({ diagnostics: rustc.errors.slice(0, 2) })],
  [
    build,
    done({
      rebound: [name],
      stale: [name],
      staleCells: [{ id: 'a', count: 1, modules: [{ module: 'm', used: 1, inUse: 2 }] }],
      surface: { added: ['a'], changed: ['b'], removed: ['c'], omitted: 2 }
    })
  ],
  [
    verification,
    verifying({
      environment: [{ name: 'cargo', ok: false, found: null, needed: '2', advice: 'a' }],
      notes: ['note']
    })
  ],
  [
    verification,
    notVerified({
      tests: [testResult({ cause: 'one' }), testResult({ cause: 'one', output: 'printed' })]
    })
  ],
  [lessonSource, source()],
  [prediction, predicting()],
  [prediction, predicting({ phase: 'wrong', chosen: 1, answer: 2, because: 'so' })]
];

const shown = fc
  .constantFrom(...VALID)
  .chain(([kind, valid]) =>
    fc.tuple(
      fc.constant(kind as TaskKind<never>),
      fc.oneof(
        { weight: 5, arbitrary: withPartsReplaced(valid) },
        { weight: 1, arbitrary: foreignJson }
      )
    )
  );

/** What a page would obey and not show. */
const OBEYED =
  /(?![\n\t])[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}\p{Surrogate}\ufeff\u{e0000}-\u{e007f}]/u;
// eslint-disable-next-line no-control-regex -- a colour begins with ESC; JupyterLab makes it one of the theme's
const COLOUR = /\u001b\[[\d;:]{0,32}m/g;

beforeEach(() => {
  // React tells what it caught, and so does jsdom.
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => vi.restoreAllMocks());

property(
  'a payload ends in a card, in the HTML beside it, or in one sentence',
  fc.tuple(shown, fc.boolean()),
  async ([[kind, value], hasHtml]) => {
    const html = htmlRenderer();
    fallback.mockReset().mockReturnValue(hasHtml ? html : null);
    const output = attach(kind);
    try {
      await output.show(value);
      await openEverything(output.node);
      const isCard = output.find('section') !== null;
      const isHtml = output.node.contains(html.node);
      const isSentence = output.text().includes('This output cannot be shown');
      assert.equal(
        [isCard, isHtml, isSentence].filter(Boolean).length,
        1,
        output.text().slice(0, 200)
      );
      assert.equal(isSentence && hasHtml, false);
      // A payload of the right shape is shown as what it is.
      assert.equal(isCard, kind.isPayload(value));
      assert.doesNotMatch(output.text().replaceAll(COLOUR, ''), OBEYED);
    } finally {
      output.dispose();
    }
  }
);

property(
  'a payload that can be shown has the shape of the other',
  fc.oneof(foreignJson, fc.dictionary(foreignText, foreignJson)),
  value => {
    const made = shownPayload(value);
    assert.equal(typeof made, typeof value);
    if (Array.isArray(value)) assert.equal((made as unknown[]).length, value.length);
  }
);
