import { readFileSync } from 'node:fs';
import {
  bounded,
  visible,
  visibleJson,
  visibleLine,
  visibleOutput
} from '@jupyterlab-maturin/protocol';
import { describe, expect, it } from 'vitest';

interface Case {
  name: string;
  text: string;
  visible: string;
  line?: string;
  output?: string;
}

// Not imported: a bundler's reader of JSON refuses half of a surrogate pair.
const file = new URL('visible.json', import.meta.url);
const table = JSON.parse(readFileSync(file, 'utf8')) as {
  cases: Case[];
  bounded: { text: string; limit: number; shown: string }[];
};

describe.each(table.cases)('$name', ({ text, ...shown }) => {
  it('is shown, and not obeyed', () => {
    expect(visible(text)).toBe(shown.visible);
  });

  it('stays on one line where it has to', () => {
    expect(visibleLine(text)).toBe(shown.line ?? shown.visible);
  });

  it('is the same after its way through JSON, and a terminal shows the JSON as it is', () => {
    const json = visibleJson({ text });
    expect(JSON.parse(json)).toEqual({ text });
    expect(visibleLine(json)).toBe(json);
  });

  it('keeps nothing but its colours as the output of a tool', () => {
    expect(visibleOutput(text)).toBe(shown.output ?? shown.visible);
  });
});

it.each(table.bounded)('at most $limit characters of "$text"', ({ text, limit, shown }) => {
  expect(bounded(text, limit)).toBe(shown);
});

it('a cut says how much is missing, and never goes through a character', () => {
  expect(bounded('B'.repeat(5_000_000), 3)).toBe('BBB… (4,999,997 more characters)');
  expect(bounded('a👍b', 2)).toBe('a… (3 more characters)');
});
