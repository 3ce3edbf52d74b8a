import { expect, test } from 'vitest';

import { choose } from '../choose.mjs';

const STAGES = { lint: {}, unit: {}, course: {} };

test('without a name every stage runs', () => {
  expect(choose([], STAGES)).toEqual({ names: ['lint', 'unit', 'course'], all: false });
  expect(choose(['--all'], STAGES)).toEqual({ names: ['lint', 'unit', 'course'], all: true });
});

test('stages that are named run in their own order', () => {
  expect(choose(['course', 'lint'], STAGES)).toEqual({ names: ['lint', 'course'], all: false });
  expect(choose(['unit', '--all'], STAGES)).toEqual({ names: ['unit'], all: true });
});

test('an unknown name is answered with those there are', () => {
  expect(() => choose(['lint', 'units', '--al'], STAGES)).toThrow(
    'No stage is called units, --al. There are: lint, unit, course.'
  );
});
