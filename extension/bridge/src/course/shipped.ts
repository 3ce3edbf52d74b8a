import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { SHIPPED, type Course, type Exercise } from './discover.js';
import { filesBelow } from './files.js';

/** Folders of a shipped exercise that a learner's copy does not show. */
const HIDDEN = ['solution/', 'mutants/'];

/** Whether the course is a learner's copy, with the shipped exercises beside it. */
export function isCopy(course: Course): boolean {
  return existsSync(path.join(course.root, SHIPPED));
}

/** Returns the folder with the exercise as it was shipped; in a checkout of the project, the exercise itself. */
export function shippedFolder(course: Course, exercise: Exercise): string {
  return isCopy(course) ? path.join(course.root, SHIPPED, exercise.id) : exercise.directory;
}

/** Returns whether a file of a shipped exercise is part of what a learner sees. */
export function isShown(file: string): boolean {
  return !HIDDEN.some(folder => file.startsWith(folder));
}

/** How the learner's test files differ from the shipped ones; names relative to the exercise. */
export interface ChangedTests {
  edited: string[];
  deleted: string[];
  added: string[];
}

/** Compares the test files of a learner's copy with the shipped ones, byte by byte. */
export function changedTests(course: Course, exercise: Exercise): ChangedTests {
  const shipped = path.join(shippedFolder(course, exercise), 'tests');
  const own = path.join(exercise.directory, 'tests');
  const expected = filesBelow(shipped);
  const there = new Set(filesBelow(own));
  const named = (files: string[]): string[] => files.map(file => `tests/${file}`);
  return {
    edited: named(
      expected.filter(
        file =>
          there.has(file) &&
          !readFileSync(path.join(shipped, file)).equals(readFileSync(path.join(own, file)))
      )
    ),
    deleted: named(expected.filter(file => !there.has(file))),
    added: named([...there].filter(file => !expected.includes(file)))
  };
}

/** Returns what to tell a learner about changed tests: a sentence each, none when the tests are as shipped. */
export function aboutChangedTests(changed: ChangedTests): string[] {
  const sentence = (files: string[], what: string): string[] =>
    files.length === 0
      ? []
      : [
          `${files.join(', ')} ${files.length === 1 ? 'was' : 'were'} ${what}: the tests as shipped are run instead.`
        ];
  const added =
    changed.added.length === 0
      ? []
      : [
          `${changed.added.join(', ')} ${changed.added.length === 1 ? 'is' : 'are'} not among the shipped tests and ${changed.added.length === 1 ? 'is' : 'are'} not run here.`
        ];
  return [...sentence(changed.edited, 'edited'), ...sentence(changed.deleted, 'deleted'), ...added];
}
