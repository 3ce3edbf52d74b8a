/** What lies in the folder of a crate's builds, as anybody may have put it there. */
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  isGenerationManifest,
  RECORD_VERSION,
  type GenerationManifest
} from '@jupyterlab-maturin/protocol';
import fc from 'fast-check';
import { afterAll, beforeAll } from 'vitest';
import { foreignText, mutated, withPartsReplaced } from '../../../protocol/test/support/foreign.js';
import { property } from '../../../protocol/test/support/property.js';
import { isWellFormed, assertSentence } from '../../../protocol/test/support/sentence.js';
import { BuildFailure } from '../../src/build/buildFailure.js';
import { systemSentence } from '../../src/faults/unexpected.js';
import { MANIFEST } from '../../src/build/generation/contents.js';
import {
  addGeneration,
  generationNumbers,
  newDirectory
} from '../../src/build/generation/generations.js';
import { importableModule } from '../../src/build/generation/importableModule.js';
import { faultOf, readManifest } from '../../src/build/generation/look.js';

let tag = '';
beforeAll(async () => {
  tag = await realpath(await mkdtemp(join(tmpdir(), 'bridge-test-')));
});
afterAll(() => rm(tag, { recursive: true, force: true }));

const RECORD: GenerationManifest = {
  version: RECORD_VERSION,
  digest: '0'.repeat(64),
  contents: '0'.repeat(64),
  crate: 'primes',
  module: 'primes',
  library: 'primes.so',
  manifest: '/p/Cargo.toml',
  profile: 'release',
  features: [],
  defaultFeatures: true,
  interpreter: '/usr/bin/python3'
};

const record = fc.oneof(
  foreignText,
  mutated(JSON.stringify(RECORD)),
  withPartsReplaced(RECORD).map(value => JSON.stringify(value))
);

property(
  'a generation’s manifest is one, or counts as absent',
  record,
  async text => {
    const directory = join(tag, 'looked-at');
    await mkdir(directory, { recursive: true, mode: 0o700 });
    await writeFile(join(directory, MANIFEST), text);
    const found = await readManifest(directory);
    if (found !== null) {
      assert.ok(isGenerationManifest(found));
      assert.ok(join(directory, found.library).startsWith(directory), 'a library elsewhere');
    }
    // Nobody knows the digest of what is in the folder.
    assert.equal(typeof (await faultOf(directory)), 'string');
  },
  {
    examples: ['/etc/hostname', '../../other.so', 'a/../../other.so', 'a\0b'].map(library =>
      JSON.stringify({ ...RECORD, library })
    )
  }
);

/** A build may be refused, in a sentence that says what is in the way. */
function refused(error: unknown): null {
  assertSentence(error instanceof BuildFailure ? error.message : (systemSentence(error) ?? ''));
  return null;
}

/** What a folder can be called. */
const name = foreignText
  .map(text => text.replaceAll(/[/\0]/g, '').slice(0, 60))
  .filter(text => isWellFormed(text) && !/^\.{0,2}$/.test(text));
const numbers = fc.constantFrom(
  '0',
  '1',
  '01',
  '7',
  '-1',
  '1e3',
  '٣',
  '999999999',
  '9007199254740992',
  'Infinity'
);

property(
  'a build gets the next number, whatever else is there, and whatever the counter says',
  fc.record({
    others: fc.array(fc.oneof(numbers, name), { maxLength: 4 }),
    last: fc.oneof(numbers, foreignText),
    record
  }),
  async ({ others, last, record: text }) => {
    const module = await mkdtemp(join(tag, 'module-'));
    const folders = [...new Set(others)];
    for (const folder of folders) {
      await mkdir(join(module, folder));
      await writeFile(join(module, folder, MANIFEST), text);
    }
    await writeFile(join(module, 'last'), last).catch(() => undefined);
    const before = (await generationNumbers(module)).at(-1) ?? 0;
    const unpacked = await newDirectory(tag);
    const signal = new AbortController().signal;
    const added = await addGeneration(module, unpacked, RECORD, true, signal).catch(refused);
    if (added !== null) {
      assert.ok(added.number > before && added.number <= 999_999_999);
      assert.ok((await readdir(module)).includes(String(added.number)));
    } else assert.ok(folders.includes('last') || before === 999_999_999);
    await rm(module, { recursive: true });
  },
  {
    share: 0.3,
    examples: [
      // A folder in the place of the counter.
      { others: ['last'], last: '', record: '' },
      { others: ['999999999'], last: '999999999', record: '' }
    ]
  }
);

property(
  'a wheel’s files name a module that can be imported, or none',
  fc.tuple(
    fc.array(
      fc.oneof(
        foreignText,
        fc
          .tuple(foreignText, fc.constantFrom('.so', '/__init__.py', '.libs/a.so'))
          .map(parts => parts.join(''))
      )
    ),
    foreignText
  ),
  ([files, library]) => {
    const found = importableModule(files, library);
    if (found === null) return;
    assert.ok(files.includes(found.library));
    assert.equal(typeof found.module, 'string');
  }
);
