import { describe, expect, test } from 'vitest';

import { DEFAULT_LIMIT, readManifest } from '../../src/course/manifest.js';
import { exerciseToml } from './support/tinyCourse.js';

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
killed_by = [{ test = "test_a", because = "None" }]
[[guide]]
title = "PyO3 guide"
url = "https://pyo3.rs"
`);
    expect(problems).toEqual([]);
    expect(manifest).toMatchObject({
      kind: 'extension',
      module: 'no_op',
      limit: 5,
      stub: { compileError: 'E0277', fails: [], stopsAt: 'build' },
      mutants: [{ name: 'prints', killedBy: [{ test: 'test_a', because: 'None' }] }],
      guide: [{ title: 'PyO3 guide' }]
    });
  });

  test('gives the tests a minute when it names no limit', () => {
    const { manifest } = readManifest(exerciseToml({ kind: 'cargo' }));
    expect(manifest?.limit).toBe(DEFAULT_LIMIT);
  });

  test.each([
    ['kind = "rust"', 'kind is "rust"'],
    ['kind = ', 'is not TOML'],
    ['title = "no kind"', 'kind is undefined']
  ])('that cannot be used says why: %s', (text, why) => {
    const { manifest, problems } = readManifest(text);
    expect(manifest).toBeNull();
    expect(problems.join()).toContain(why);
  });

  test.each([
    ['hints = ["first hint", "second hint", "third hint"]', 'hints = ["one"]', '1 of the 3 hints'],
    ['minutes = 10', '', 'minutes must be a number'],
    ['concepts = ["one"]', 'concepts = []', 'concepts must be a list'],
    ['title = "Title"', 'titel = "Title"', 'unknown key titel'],
    ['fails = [{ test = "test_doubles", because = "double" }]', '', '[stub] must say how'],
    [
      'fails = [{ test = "test_doubles", because = "double" }]',
      'compile_error = "277"',
      'an error code of rustc'
    ]
  ])('with a mistake stays usable and names it: %s', (right, wrong, why) => {
    const { manifest, problems } = readManifest(
      exerciseToml({ kind: 'cargo' }).replace(right, wrong)
    );
    expect(manifest).not.toBeNull();
    expect(problems.join(' ')).toContain(why);
  });
});
