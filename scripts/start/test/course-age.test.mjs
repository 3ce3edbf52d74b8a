import { appendFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { updateCourse } from '../../../extension/bridge/src/course/copy/updateCourse.ts';
import { writeCourse } from '../../../extension/bridge/src/course/copy/writeCourse.ts';
import { ROOT } from '../../setup/places.mjs';
import { aboutAge, filesThatDiffer } from '../course-age.mjs';

const LESSON = 'notebooks/01_intro/01_setup.ipynb';
const MANIFEST = 'exercises/01_intro/01_setup/exercise.toml';

let project;
let course;

beforeEach(async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'course-age-'));
  project = path.join(folder, 'project');
  course = path.join(folder, 'course');
  const filter = file => path.basename(file) !== 'target';
  for (const room of ['exercises', 'notebooks']) {
    cpSync(path.join(ROOT, room), path.join(project, room), { recursive: true, filter });
  }
  await writeCourse(project, course);
});
afterEach(() => rmSync(path.dirname(project), { recursive: true }));

test('a copy of the project’s lessons needs nothing', () => {
  expect(filesThatDiffer(project, course)).toBe(0);
  expect(aboutAge(project, course)).toBeUndefined();
});

test('what the learner changes, and what tools leave behind, does not count', () => {
  appendFileSync(path.join(course, LESSON), ' ');
  cpSync(course, path.join(project, 'exercises', 'target'), { recursive: true });
  expect(filesThatDiffer(project, course)).toBe(0);
});

test('changed, new and deleted files of the project count, until the copy is brought up to date', () => {
  appendFileSync(path.join(project, LESSON), ' ');
  writeFileSync(path.join(project, 'notebooks/new.ipynb'), '{}');
  rmSync(path.join(project, MANIFEST));
  expect(filesThatDiffer(project, course)).toBe(3);
  expect(aboutAge(project, course)).toContain('course --update course');
  updateCourse(project, course);
  expect(filesThatDiffer(project, course)).toBe(0);
});

test('a copy that remembers nothing is told apart', () => {
  rmSync(path.join(course, '.course'), { recursive: true });
  expect(filesThatDiffer(project, course)).toBeUndefined();
  expect(aboutAge(project, course)).toContain('does not say which lessons');
});

test('a record that cannot be read stops no start, and an update mends it', () => {
  const record = path.join(course, '.course/files.json');
  for (const text of ['{"README.md": "0', undefined]) {
    rmSync(record);
    if (text === undefined) mkdirSync(record);
    else writeFileSync(record, text);
    expect(aboutAge(project, course)).toContain('course --update course` writes it anew');
    updateCourse(project, course);
    expect(aboutAge(project, course)).toBeUndefined();
  }
});
