/** Texts of any kind, in any pieces, on their way through the bridge. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { foreignJson, foreignText, mutated } from '../../../protocol/test/support/foreign.js';
import { property } from '../../../protocol/test/support/property.js';
import {
  isWellFormed,
  assertSentence,
  assertVisible
} from '../../../protocol/test/support/sentence.js';
import { Shown, shown } from '../../src/commands/terminal/shown.js';
import { systemSentence, unexpectedSentence } from '../../src/faults/unexpected.js';
import { clipEnd, clipStart, wellFormed } from '../../src/foreign/clip.js';
import { parseForeignJson } from '../../src/foreign/parseJson.js';
import { meaningOf, whyNotWritten } from '../../src/foreign/systemError.js';
import { readGuardLine } from '../../src/process/guard.js';
import { LineSplitter } from '../../src/process/lines.js';
import { LogTail } from '../../src/process/logTail.js';
import { didYouMean, listed } from '../../src/suggestions.js';

/** A text cut into chunks of bytes, in the middle of characters, too. */
const chunked = fc
  .tuple(
    fc.oneof(
      foreignText.map(text => Buffer.from(text)),
      fc.uint8Array().map(Buffer.from)
    ),
    fc.array(fc.nat(12), { minLength: 1 }),
    fc.integer({ min: 1, max: 40 })
  )
  .map(([bytes, sizes, limit]) => {
    const chunks: Buffer[] = [];
    // A long text in a few chunks, because nothing is learned from ten thousand of them.
    const scale = Math.max(1, Math.floor(bytes.length / 200));
    for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
      const size = sizes[turn % sizes.length]! * scale || turn % 2;
      chunks.push(bytes.subarray(at, at + size));
      at += size;
    }
    return { bytes, chunks, limit };
  });

function linesOf(chunks: Buffer[], limit?: number): string[] {
  const lines: string[] = [];
  const splitter = new LineSplitter(line => lines.push(line), limit);
  for (const chunk of chunks) splitter.push(chunk);
  splitter.end();
  return lines;
}

property(
  'chunks of any size give the same lines as one chunk',
  chunked,
  ({ bytes, chunks, limit }) => {
    assert.deepEqual(linesOf(chunks, limit), linesOf([bytes], limit));
    const [whole, cut] = [linesOf([bytes], Infinity), linesOf(chunks, limit)];
    assert.equal(cut.length, whole.length);
    cut.forEach((line, at) => {
      assert.doesNotMatch(line, /[\r\n]/);
      assert.ok(isWellFormed(line));
      assert.equal(line.slice(0, limit), wellFormed(whole[at]!.slice(0, limit)));
      assert.ok(line.length <= limit + 50);
    });
  },
  {
    // The limit lies in the middle of a character.
    examples: [{ bytes: Buffer.from('a👍b'), chunks: [Buffer.from('a👍b')], limit: 2 }]
  }
);

property(
  'a text that was cut says how much is missing, and can be written',
  fc.record({ text: foreignText, most: fc.nat(50) }),
  ({ text, most }) => {
    for (const kept of [clipEnd(text, most), clipStart(text, most)]) {
      assert.ok(kept.length <= most + 60);
      if (text.length <= most) assert.equal(kept, text);
      else {
        assert.ok(kept.includes(String(text.length - most)));
        assert.ok(isWellFormed(kept));
      }
    }
    assert.ok(isWellFormed(wellFormed(text)));
  },
  {
    // Nothing of it is to be kept.
    examples: [{ text: 'x'.repeat(200), most: 0 }]
  }
);

property(
  'any line is JSON of the schema or nothing',
  fc.oneof(
    foreignText,
    foreignJson.chain(value => mutated(JSON.stringify(value)))
  ),
  line => {
    // Lines come from bytes, so they hold no half characters, unless JSON spells one.
    const text = wellFormed(line);
    const value = parseForeignJson(text, (found): found is unknown => found !== null);
    if (value === null) return;
    JSON.parse(JSON.stringify(value), (_, part: unknown) => {
      assert.ok(typeof part !== 'string' || isWellFormed(part));
      return part;
    });
    const onlyText = parseForeignJson(text, (found): found is string => typeof found === 'string');
    assert.equal(onlyText, typeof value === 'string' ? value : null);
  },
  { examples: [JSON.stringify({ a: ['\ud800'] }), '"\\uDFFF"'] }
);

const MARK = 'd7a2';
property(
  'a line of descriptor 3 is one of the guard’s or nothing',
  fc.oneof(
    foreignText,
    fc
      .tuple(
        fc.constantFrom('waiting', 'held', 'ended', 'absent', 'unlocked', 'toString', ''),
        foreignText
      )
      .map(([word, rest]) => `${MARK} ${word} ${rest}`),
    mutated(`${MARK} ended -11`)
  ),
  line => {
    const said = readGuardLine(line, MARK);
    if (!line.startsWith(`${MARK} `)) assert.equal(said, null);
    if (said === null || 'lock' in said) return;
    if (said.how === 'exit')
      assert.ok(
        Number.isInteger(said.code) && said.code >= 0 && said.code < 2 ** 32,
        `code ${said.code}`
      );
    if (said.how === 'signal') assert.match(said.signal, /^(?:SIG\w+|signal \d+)$/);
  },
  { examples: [`${MARK} ended -11${MARK} ended -11`, `${MARK} ended `] }
);

property(
  'an error that nobody foresaw is one sentence',
  fc.record({
    text: foreignText,
    name: foreignText,
    code: fc.option(fc.oneof(foreignText, fc.constantFrom('ENOSPC', 'EACCES', 'constructor')), {
      nil: undefined
    }),
    path: fc.option(foreignText, { nil: undefined })
  }),
  ({ text, name, code, path }) => {
    const error = Object.assign(new Error(text), {
      name,
      ...(code === undefined ? {} : { code, syscall: 'open' }),
      ...(path === undefined ? {} : { path })
    });
    assertSentence(unexpectedSentence(error));
    const system = systemSentence(error);
    if (system !== null) assertSentence(system);
    assert.equal(typeof whyNotWritten(error), 'string');
    const meaning = meaningOf(error);
    if (meaning !== null) assert.equal(typeof meaning, 'string');
  },
  { examples: [{ text: '', name: '', code: 'constructor', path: undefined }] }
);

property(
  'anything that was thrown is one sentence, if it is no error',
  foreignJson,
  thrown => {
    assertSentence(unexpectedSentence(thrown));
  },
  { examples: [{}, Object.create(null)] }
);

property('the log keeps its end only', fc.array(foreignText), lines => {
  const log = new LogTail();
  for (const line of lines) log.add(line);
  const kept = String(log);
  assert.ok(kept.length <= 64 * 1024 + 20_000 * 8, `${kept.length} characters`);
});

property(
  'names are offered whatever they are',
  fc.tuple(fc.string(), fc.array(fc.string())),
  ([typed, names]) => {
    const offered = /^ Did you mean `([^]*)`\?$/.exec(didYouMean(typed, names))?.[1];
    if (offered !== undefined) assert.ok(names.includes(offered));
    assert.equal(
      listed(names).includes(' more'),
      names.length > 10 || names.join().includes(' more')
    );
  }
);

property('what the screen takes holds nothing that a terminal obeys', foreignText, text => {
  assertSentence(shown`title: ${text.slice(0, 4000)}`.text.slice(0, 4096));
  assertVisible(Shown.sentences(text).text);
  assertVisible(Shown.remark(text).text);
  assertVisible(Shown.source(text).text);
});
