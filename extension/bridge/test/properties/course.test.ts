/** The files of a course that somebody else made, or that a learner has edited. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { stringify } from 'smol-toml';
import { afterAll, beforeAll } from 'vitest';
import {
  foreignJson,
  foreignText,
  mutated,
  withPartsReplaced
} from '../../../protocol/test/support/foreign.js';
import { property } from '../../../protocol/test/support/property.js';
import {
  isWellFormed,
  assertSentence,
  resultOrRefusal
} from '../../../protocol/test/support/sentence.js';
import { hint } from '../../src/course/actions/hint.js';
import { next } from '../../src/course/actions/next.js';
import { predict } from '../../src/course/actions/predict.js';
import { updateCourse } from '../../src/course/copy/updateCourse.js';
import { CourseError } from '../../src/course/error.js';
import { openCourse, readCourse } from '../../src/course/exercises/course.js';
import { findExercise } from '../../src/course/exercises/findExercise.js';
import { readManifest } from '../../src/course/exercises/manifest.js';
import { parseProgress } from '../../src/course/progress/progressFile.js';
import { list } from '../../src/course/progress/list.js';

const ID = '01_intro/01_first';
const LINES = [
  { v: 1, at: '2026-01-31T12:00:00.000Z', key: 'a1', exercise: ID, event: 'hinted', hint: 1 },
  {
    v: 1,
    at: '2026-01-31T12:01:00.000Z',
    key: 'a2',
    exercise: ID,
    event: 'failed',
    passed: 1,
    failed: 2
  },
  {
    v: 1,
    at: '2026-01-31T12:02:00.000Z',
    key: 'a3',
    exercise: ID,
    event: 'predicted',
    prediction: 'p',
    choice: 2,
    right: true
  },
  { v: 9, at: '2026-01-31T12:03:00Z', exercise: 'toString', event: 'constructor' }
];
const MANIFEST = {
  kind: 'python',
  title: 'First',
  minutes: 5,
  concepts: ['one'],
  summary: 'The first.',
  module: 'first',
  hints: ['a', 'b', 'c'],
  limit: 10,
  environment: false,
  stub: { stops_at: 'verify', fails: [{ test: 'test_first', because: 'it' }] },
  mutants: { lazy: { thought: 'one thing', killed_by: [{ test: 'test_first', because: 'it' }] } },
  predictions: { p: { answer: 2, because: 'so' } }
};

/** TOML of the manifest with parts replaced, or a text that is hardly any. */
const manifestText = fc.oneof(
  fc.constant(stringify(MANIFEST)),
  withPartsReplaced(MANIFEST).map(value => {
    try {
      return stringify(value as Record<string, unknown>);
    } catch {
      return '';
    }
  }),
  mutated(stringify(MANIFEST)),
  foreignText
);
const progressText = fc
  .array(
    fc.oneof(
      fc.constantFrom(...LINES).map(line => JSON.stringify(line)),
      fc.constantFrom(...LINES).chain(line => mutated(JSON.stringify(line))),
      fc
        .constantFrom(...LINES)
        .chain(withPartsReplaced)
        .map(line => JSON.stringify(line)),
      foreignText
    ),
    { maxLength: 12 }
  )
  .map(lines => lines.join('\n'));

/** A folder with a course, and beside it what a course has no business with. */
let scratch = '';
let root = '';
const shipped = () => join(root, '.course/exercises', ID);
beforeAll(async () => {
  scratch = await realpath(await mkdtemp(join(tmpdir(), 'bridge-test-')));
  root = join(scratch, 'course');
  const folders = [
    join(root, 'notebooks'),
    join(root, 'exercises', ID),
    shipped(),
    join(scratch, 'source/exercises', ID),
    join(scratch, 'source/notebooks'),
    join(scratch, 'beside')
  ];
  for (const folder of folders) await mkdir(folder, { recursive: true });
  await writeFile(join(scratch, 'beside/kept'), 'mine');
  await writeFile(join(scratch, 'source/exercises', ID, 'exercise.toml'), stringify(MANIFEST));
});
afterAll(() => rm(scratch, { recursive: true, force: true }));

/** Numbers that Python reads as whole ones, and no half characters. */
function assertSendable(answer: unknown): void {
  JSON.parse(JSON.stringify(answer), (key, part: unknown) => {
    assert.ok(typeof part !== 'string' || isWellFormed(part), `half a character in ${key}`);
    if (typeof part === 'number' && key !== 'minutes') assert.ok(Number.isSafeInteger(part), key);
    if (key === 'minutes') assert.equal(typeof part, 'number');
    return part;
  });
}

property(
  'exercise.toml is a manifest, or sentences say what is wrong',
  manifestText,
  text => {
    const { manifest, problems } = readManifest(text);
    problems.forEach(assertSentence);
    assert.ok(problems.length <= 100, `${problems.length} problems`);
    if (manifest === null) assert.notEqual(problems.length, 0);
    else {
      assert.ok(['cargo', 'extension', 'python'].includes(manifest.kind));
      assert.ok(
        manifest.hints.every(one => typeof one === 'string') && Number.isFinite(manifest.limit)
      );
      assert.equal(typeof manifest.title, 'string');
    }
  },
  {
    examples: [
      // Each unknown key is a problem of its own, and a key may be called anything.
      Array.from({ length: 200 }, (_, at) => `key_${at} = 1`).join('\n'),
      `"\\u001B[2J" = 1`,
      `"${'k'.repeat(5_000)}" = 1`
    ]
  }
);

property('progress.jsonl is events, and one sentence about the rest', progressText, text => {
  const { events, problems } = parseProgress(text);
  problems.forEach(assertSentence);
  assert.ok(problems.length <= 1);
  for (const event of events) assert.ok(!Number.isNaN(Date.parse(event.at)));
  const times = events.map(({ at }) => at);
  assert.deepEqual(times, [...times].sort());
  // Files are joined by putting one after the other, and nothing counts twice for it.
  assert.deepEqual(parseProgress(`${text}\n${text}`).events.length, events.length);
});

property(
  'a course is listed, and its questions are answered or refused in one sentence',
  fc.record({
    manifest: manifestText,
    progress: progressText,
    typed: fc.oneof(fc.constantFrom(ID, '01_intro', 'constructor'), foreignText),
    name: fc.oneof(fc.constantFrom('p', '__proto__'), foreignText),
    choice: fc.option(fc.integer())
  }),
  async ({ manifest, progress, typed, name, choice }) => {
    await writeFile(join(shipped(), 'exercise.toml'), manifest);
    await writeFile(join(root, 'progress.jsonl'), progress);
    const course = readCourse(root);
    for (const reason of course.leftOut.values()) assertSentence(reason);
    const listed = list(course);
    listed.notes.forEach(assertSentence);
    assertSendable(listed);
    assertSendable(await resultOrRefusal(() => next(course), CourseError));
    const asked = { exercise: typed, cwd: root, notebook: null };
    const exercise = await resultOrRefusal(() => findExercise(course, asked), CourseError);
    if (exercise !== null)
      assertSendable(await resultOrRefusal(() => hint(course, exercise), CourseError));
    assertSendable(
      await resultOrRefusal(() => predict(course, { ...asked, name, choice }), CourseError)
    );
  },
  {
    share: 0.5,
    examples: [
      // Numbers that are none in Python.
      {
        manifest: stringify(MANIFEST),
        progress: [LINES[0], LINES[2]]
          .map(line => JSON.stringify({ ...line, hint: 1e300, choice: 1e300 }))
          .join('\n'),
        typed: ID,
        name: 'p',
        choice: null
      },
      // A name in the progress that this course does not have.
      {
        manifest: stringify(MANIFEST),
        progress: JSON.stringify({ ...LINES[0], exercise: '\u001b[2J' }),
        typed: '\u202e',
        name: '\u001b[2J',
        choice: null
      }
    ]
  }
);

property(
  'a course is looked for anywhere',
  fc.record({ cwd: foreignText, notebook: fc.option(foreignText) }),
  async where => {
    await resultOrRefusal(() => openCourse(where), CourseError);
  }
);

const PLACES = [
  'README.md',
  `exercises/${ID}/exercise.toml`,
  '.course/exercises/old',
  '../beside/kept',
  '.course/../../beside/kept',
  '/etc/hostname',
  '.course',
  '.course/'
];
const files = fc.oneof(
  foreignText,
  foreignJson.map(value => JSON.stringify(value)),
  fc
    .dictionary(
      fc.oneof(fc.constantFrom(...PLACES), foreignText),
      fc.oneof(fc.constant('0'), foreignText)
    )
    .map(value => JSON.stringify(value)),
  mutated(JSON.stringify(Object.fromEntries(PLACES.map(place => [place, '0']))))
);

property(
  'an update does what it can with any record of files, and touches nothing outside the course',
  files,
  async text => {
    await writeFile(join(root, '.course/files.json'), text);
    const updated = await resultOrRefusal(
      () => updateCourse(join(scratch, 'source'), root),
      CourseError
    );
    assert.notEqual(updated, null);
    updated!.notes.forEach(assertSentence);
    assert.deepEqual(readdirSync(scratch).sort(), ['beside', 'course', 'source']);
    assert.equal(readFileSync(join(scratch, 'beside/kept'), 'utf8'), 'mine');
    assert.equal(readFileSync(join(shipped(), 'exercise.toml'), 'utf8'), stringify(MANIFEST));
  },
  { share: 0.3 }
);
