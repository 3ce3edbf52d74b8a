import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { idsBelow, readCourse } from '../../src/course/exercises/course.js';
import { DEFAULT_LIMIT, readManifest } from '../../src/course/exercises/manifest.js';
import { ROOT } from '../support/places.js';
import { CARGO, EXTENSION, exerciseToml, PY, tinyCourse } from './support/tinyCourse.js';

const KILLED = 'killed_by = [{ test = "test_a", because = "None" }]';

describe('exercise.toml', () => {
  test('is read whole when it is right', () => {
    const { manifest, problems } = readManifest(`
kind = "extension"
title = "Functions"
minutes = 15
concepts = ["#[pyfunction]"]
summary = "Expose a function."
module = "no_op"
hints = ["a", "b", "c"]
limit = 5
[stub]
compile_error = "E0277"
stops_at = "build"
[mutants.prints]
thought = "printing is returning"
${KILLED}
[[guide]]
title = "PyO3 guide"
url = "https://pyo3.rs"
`);
    expect(problems).toEqual([]);
    expect(manifest).toMatchObject({
      kind: 'extension',
      module: 'no_op',
      limit: 5,
      environment: false,
      stub: { compile_error: 'E0277', stops_at: 'build' },
      mutants: { prints: { killed_by: [{ test: 'test_a', because: 'None' }] } },
      guide: [{ title: 'PyO3 guide' }]
    });
  });

  test('gives the tests a minute when it names no limit', () => {
    const { manifest } = readManifest(exerciseToml({ kind: 'cargo' }));
    expect(manifest?.limit).toBe(DEFAULT_LIMIT);
  });

  test.each([
    ['kind = "rust"', 'exercise.toml: kind must be one of cargo, extension, python.'],
    ['title = "no kind"', 'exercise.toml: kind is missing.'],
    ['title = "A"\nkind = ', 'exercise.toml, line 2: Invalid TOML document: ']
  ])('that cannot be used says why: %j', (text, why) => {
    const { manifest, problems } = readManifest(text);
    expect(manifest).toBeNull();
    expect(problems.join(' ')).toContain(why);
  });

  const fails = 'fails = [{ test = "test_doubles", because = "double" }]';
  const rightKey = 'stops_at = "verify"\n';

  test.each([
    [
      'hints = ["first hint", "second hint", "third hint"]',
      'hints = ["one"]',
      'hints must have at least 3 items'
    ],
    ['minutes = 10', '', 'minutes is missing'],
    ['minutes = 10', 'minutes = 0', 'minutes must be above 0'],
    ['concepts = ["one"]', 'concepts = []', 'concepts must have at least 1 items'],
    ['title = "Title"', 'titel = "Title"', 'titel is not a known key'],
    ['title = "Title"', 'title = " "', 'title must be a text that is not empty'],
    [fails, '', 'stub must say how the stub fails: with compile_error or fails'],
    [fails, 'compile_error = "277"', 'stub.compile_error must be an error code of rustc'],
    [rightKey, '', 'stub.stops_at is missing'],
    ['because = "double"', 'becuase = "double"', 'stub.fails.0.because is missing'],
    [rightKey, `${rightKey}[mutants.a]\nthought = "x"`, 'mutants.a must say what kills it'],
    [rightKey, `${rightKey}[mutants.a]\n${KILLED}`, 'mutants.a.thought is missing'],
    ['kind = "cargo"', 'kind = "python"', 'module is missing, which an exercise of the kind python']
  ])('with a mistake stays usable, and names the key: %j to %j', (right, wrong, why) => {
    const { manifest, problems } = readManifest(
      exerciseToml({ kind: 'cargo' }).replace(right, wrong)
    );
    expect(manifest).not.toBeNull();
    expect(problems.join(' ')).toContain(`exercise.toml: ${why}`);
  });

  test('keeps two hints, which are too few for authors, for learners', () => {
    const toml = exerciseToml({ kind: 'cargo' }).replace(', "third hint"', '');
    expect(readManifest(toml).manifest?.hints).toEqual(['first hint', 'second hint']);
  });

  test('of another type than expected is replaced, so that nothing stumbles over it', () => {
    const toml = exerciseToml({ kind: 'cargo', rest: 'limit = "long"' })
      .replace('minutes = 10', 'minutes = "ten"')
      .replace('stops_at = "verify"', 'stops_at = 1');
    expect(readManifest(toml).manifest).toMatchObject({
      minutes: 0,
      limit: DEFAULT_LIMIT,
      title: 'Title',
      stub: { stops_at: 'verify' }
    });
  });
});

test('an exercise whose manifest cannot be used is left out, and the course says so', async () => {
  const course = await tinyCourse({
    [`exercises/${PY}/exercise.toml`]: exerciseToml({ kind: 'rust' })
  });
  expect(course.exercises.map(({ id }) => id)).toEqual([CARGO, EXTENSION]);
  expect([...course.leftOut.values()]).toEqual([
    expect.stringContaining(`The exercise ${PY} is left out: exercise.toml: kind must be one of`)
  ]);
});

test('every manifest of the course is read without a problem', async () => {
  const exercises = join(ROOT, 'exercises');
  const ids = idsBelow(exercises);
  const texts = ids.map(id => readFile(join(exercises, id, 'exercise.toml'), 'utf8'));
  const problems = (await Promise.all(texts)).map(text => readManifest(text).problems);
  expect(Object.fromEntries(ids.map((id, index) => [id, problems[index]]))).toEqual(
    Object.fromEntries(ids.map(id => [id, []]))
  );
  expect(readCourse(ROOT).exercises).toHaveLength(ids.length);
});
