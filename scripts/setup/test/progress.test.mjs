import { expect, test } from 'vitest';

import { duration, progress } from '../progress.mjs';
import { paper } from './paper.mjs';

test('on a terminal a step is one line, written over in place', () => {
  const out = paper({ isTTY: true });
  const line = progress('[2/8]', 'making .venv', out);
  line.detail('Collecting uv');
  expect(out.lines).toEqual(['[2/8] making .venv … N s  Collecting uv']);
  line.end();
  expect(out.lines).toEqual(['[2/8] making .venv … N s']);
});

test('on a narrow terminal the line is cut before it wraps', () => {
  const out = paper({ isTTY: true, columns: 20 });
  const line = progress('[2/8]', 'making .venv', out);
  line.detail('Collecting uv');
  expect(out.lines[0]).toHaveLength(19);
  line.end('failed after');
});

test('elsewhere a step is a line at its start and one at its end', () => {
  const out = paper();
  const line = progress('[2/8]', 'making .venv', out);
  line.detail('Collecting uv');
  line.end('stopped after');
  expect(out.text).toBe('[2/8] making .venv …\n[2/8] stopped after N s\n');
});

test.each([
  [0.4, '0 s'],
  [59.9, '59 s'],
  [60, '1 min 0 s'],
  [754, '12 min 34 s']
])('%d seconds read %s', (seconds, text) => {
  expect(duration(seconds)).toBe(text);
});
