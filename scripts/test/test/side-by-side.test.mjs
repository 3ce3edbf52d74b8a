import { expect, test } from 'vitest';

import { sideBySide } from '../side-by-side.mjs';

/** Stages that end when the test says so, and the names of those that run. */
function stagesByHand(slots) {
  const stages = Object.entries(slots).map(([name, slots]) => ({ name, slots }));
  const running = new Map();
  const run = ({ name }) =>
    new Promise((resolve, reject) => {
      const done = end => value => {
        running.delete(name);
        end(value);
      };
      running.set(name, { end: done(resolve), fail: done(reject) });
    });
  /** Lets everything that waits for a promise have its turn. */
  const settle = () => new Promise(resolve => setTimeout(resolve));
  return { stages, run, running, settle, names: () => [...running.keys()].join(' ') };
}

test('stages start in their order, each as soon as there is room for it', async () => {
  const { stages, run, running, settle, names } = stagesByHand({ one: 2, two: 2, three: 1 });
  const all = sideBySide(stages, run, 3);
  expect(names()).toBe('one three');
  running.get('three').end(3);
  await settle();
  expect(names()).toBe('one');
  running.get('one').end(1);
  await settle();
  expect(names()).toBe('two');
  running.get('two').end(2);
  expect(await all).toEqual([1, 2, 3]);
});

test('a stage that wants all the room runs when nothing else does', async () => {
  const { stages, run, running, settle, names } = stagesByHand({ one: 1, alone: Infinity, two: 1 });
  const all = sideBySide(stages, run, 3);
  expect(names()).toBe('one two');
  running.get('one').end();
  await settle();
  expect(names()).toBe('two');
  running.get('two').end();
  await settle();
  expect(names()).toBe('alone');
  running.get('alone').end();
  await all;
});

test('after an error nothing starts any more, and what runs is waited for', async () => {
  const { stages, run, running, settle, names } = stagesByHand({ one: 1, two: 1, three: 1 });
  let ended = false;
  const all = sideBySide(stages, run, 2).finally(() => (ended = true));
  running.get('one').fail(new Error('stopped'));
  await settle();
  expect([names(), ended]).toEqual(['two', false]);
  running.get('two').end();
  await expect(all).rejects.toThrow('stopped');
});
