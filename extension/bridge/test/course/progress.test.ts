import { execFile } from 'node:child_process';
import { appendFile, chmod, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

import type { ProgressName } from '@jupyterlab-maturin/protocol';
import { describe, expect, test } from 'vitest';

import { progressEvent } from '../../src/course/progress/event.js';
import {
  appendProgress,
  parseProgress,
  PROGRESS_FILE,
  readProgress
} from '../../src/course/progress/progressFile.js';
import { progressByExercise } from '../../src/course/progress/exerciseProgress.js';
import { list } from '../../src/course/progress/list.js';
import { scratch } from '../support/crates.js';
import { CARGO, EXTENSION, PY, tinyCourse } from './support/tinyCourse.js';

const ID = '01_intro/03_functions';

function line(minute: number, event: string, more: object = {}): string {
  const at = `2026-01-01T10:${String(minute).padStart(2, '0')}:00.000Z`;
  return `${JSON.stringify({ v: 1, at, key: `k${minute}`, exercise: ID, event, ...more })}\n`;
}

const progress = (text: string) => progressByExercise(parseProgress(text).events).get(ID);

describe('progress.jsonl', () => {
  test('adds up: failures count until a success', () => {
    const tried = line(1, 'failed') + line(2, 'failed');
    expect(progress(tried)).toMatchObject({ attempts: 2, verified: false });
    expect(progress(tried + line(3, 'verified'))).toMatchObject({
      attempts: 0,
      verified: true
    });
  });

  test('lets a reset undo a success, but not what it opened or the hints', () => {
    expect(
      progress(line(1, 'hinted', { hint: 2 }) + line(2, 'verified') + line(3, 'reset'))
    ).toMatchObject({ verified: false, everVerified: true, hints: 2, started: false });
  });

  test('counts the same however often and in whatever order files are joined', () => {
    const here = line(1, 'failed') + line(4, 'verified');
    const there = line(1, 'failed') + line(2, 'hinted', { hint: 1 }) + line(3, 'failed');
    const once = progress(here + there);
    expect(progress(there + here)).toEqual(once);
    expect(progress(here + there + here + there)).toEqual(once);
    expect(once).toMatchObject({ verified: true, hints: 1 });
  });

  test('keeps counting past lines that are torn, foreign or from a later version', () => {
    const text =
      'not json\n' +
      line(1, 'failed') +
      line(2, 'dreamt', { v: 9, of: 'sheep' }) +
      '[1, 2]\n' +
      '{"v":1,"at":"yesterday","exercise":"x","event":"failed"}\n' +
      line(3, 'verified', { v: 9 }) +
      '{"v":1,"at":"2026-01-0';
    expect(progress(text)).toMatchObject({ verified: true });
    expect(parseProgress(text).problems).toEqual([
      'progress.jsonl: lines 1 (not JSON), 4 (it must be an object), 5 (at must be a date and time), 7 (not JSON) could not be read and do not count; the file is left as it is.'
    ]);
  });

  test('is not swallowed by a torn last line, which stays', async () => {
    const root = await scratch();
    await writeFile(join(root, PROGRESS_FILE), '{"v":1,"at":"20');
    appendProgress(root, progressEvent(ID, 'verified'));
    const { events, problems } = readProgress(root);
    expect(events).toHaveLength(1);
    expect(problems).toHaveLength(1);
    expect(await readFile(join(root, PROGRESS_FILE), 'utf8')).toMatch(/^\{"v":1,"at":"20\n/);
  });

  test('keeps every line of several writers whole', async () => {
    const root = await scratch();
    const writer = `
      const { openSync, writeSync, constants } = require('node:fs');
      for (let count = 0; count < 200; count += 1) {
        const file = openSync(process.argv[1], constants.O_RDWR | constants.O_APPEND | constants.O_CREAT);
        writeSync(file, JSON.stringify({ v: 1, at: new Date().toISOString(), key: process.pid + '-' + count, exercise: 'x', event: 'failed' }) + '\\n');
      }`;
    const others = Array.from({ length: 3 }, () =>
      promisify(execFile)(process.execPath, ['-e', writer, join(root, PROGRESS_FILE)])
    );
    for (let count = 0; count < 200; count += 1) {
      appendProgress(root, progressEvent('x', 'failed'));
    }
    await Promise.all(others);
    const { events, problems } = readProgress(root);
    expect(problems).toEqual([]);
    expect(events).toHaveLength(800);
  });

  test('of a read-only course cannot be written, and that is one sentence', async () => {
    const root = await scratch();
    await writeFile(join(root, PROGRESS_FILE), '');
    await chmod(join(root, PROGRESS_FILE), 0o444);
    // The superuser may write all the same, so a folder in the file's place stands for it there.
    const place = process.getuid?.() === 0 ? join(root, 'missing') : root;
    expect(() => appendProgress(place, progressEvent(ID, 'failed'))).toThrow(
      'this step is not remembered'
    );
  });
});

describe('the list', () => {
  const after = async (events: [string, ProgressName][]) => {
    const course = await tinyCourse();
    for (const [id, event] of events) {
      appendProgress(course.root, progressEvent(id, event));
    }
    return Object.fromEntries(list(course).exercises.map(({ id, state }) => [id, state]));
  };

  test('opens an exercise when those before it are verified or skipped', async () => {
    expect(await after([])).toEqual({ [CARGO]: 'open', [PY]: 'locked', [EXTENSION]: 'locked' });
    expect(await after([[CARGO, 'verified']])).toMatchObject({ [CARGO]: 'verified', [PY]: 'open' });
    expect(await after([[CARGO, 'skipped']])).toMatchObject({ [CARGO]: 'skipped', [PY]: 'open' });
  });

  test('keeps open what comes after an exercise that was verified and reset', async () => {
    expect(
      await after([
        [CARGO, 'verified'],
        [CARGO, 'reset']
      ])
    ).toMatchObject({
      [CARGO]: 'open',
      [PY]: 'open'
    });
  });

  test('says what is missing before an exercise that was opened early', async () => {
    const course = await tinyCourse();
    appendProgress(course.root, progressEvent(EXTENSION, 'failed'));
    expect(list(course).exercises.at(-1)).toMatchObject({
      state: 'started',
      missing: [CARGO, PY],
      attempts: 1
    });
  });

  test('names exercises that the course does not have, and keeps their lines', async () => {
    const course = await tinyCourse();
    await appendFile(join(course.root, PROGRESS_FILE), line(1, 'verified'));
    expect(list(course).notes.join()).toContain(ID);
  });
});
