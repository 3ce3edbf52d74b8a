import { expect, test } from 'vitest';

import { choose } from '../choose.mjs';

const STAGES = { lint: {}, unit: {}, long: { onlyWithAll: true } };

test('without arguments every stage runs that is not only for --all', () => {
  expect(choose([], STAGES)).toEqual({ names: ['lint', 'unit'], all: false });
  expect(choose(['--all'], STAGES)).toEqual({ names: ['lint', 'unit', 'long'], all: true });
});

test('stages that are named run in their own order, whatever they are', () => {
  expect(choose(['long', 'lint'], STAGES)).toEqual({ names: ['lint', 'long'], all: false });
  expect(choose(['unit', '--all'], STAGES)).toEqual({ names: ['unit'], all: true });
});

test('an unknown name is answered with those there are', () => {
  expect(() => choose(['lint', 'units', '--al'], STAGES)).toThrow(
    'No stage is called units, --al. There are: lint, unit, long.'
  );
});
