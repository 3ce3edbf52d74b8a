import { describe, expect, it, vi } from 'vitest';
import { TaskModel } from '../src/task-output/model.js';
import type { TaskState } from '../src/task-output/kind.js';

const STATES: Record<string, TaskState> = { working: 'running', over: 'failed' };
const working = (elapsed: number) => ({ phase: 'working', elapsed });

/** A model, and the clock that it reads. */
function timed(payload: { phase: string; elapsed: number }) {
  const clock = { now: 100 };
  return { clock, model: new TaskModel(payload, STATES, () => clock.now) };
}

describe('the elapsed time', () => {
  it('counts on from the payload between two updates', () => {
    const { clock, model } = timed(working(4));
    clock.now += 0.5;
    expect(model.elapsed).toBeCloseTo(4.5);
    model.payload = working(4.6);
    expect(model.elapsed).toBeCloseTo(4.6);
  });

  it('stands still when the task is over', () => {
    const { clock, model } = timed({ phase: 'over', elapsed: 0.42 });
    clock.now += 60;
    expect(model.elapsed).toBe(0.42);
    expect(model.silent).toBe(false);
  });

  it('goes back to that of the last payload when none has come for long', () => {
    const { clock, model } = timed(working(4));
    clock.now += 11;
    expect(model.silent).toBe(true);
    expect(model.elapsed).toBe(4);
  });
});

describe('folds', () => {
  it('stay as the reader left them when the next payload comes', () => {
    const { model } = timed(working(4));
    model.setOpen('first', false);
    model.setOpen('log', true);
    model.payload = working(5);
    expect(['first', 'log', 'other'].map(name => model.isOpen(name))).toEqual([
      false,
      true,
      undefined
    ]);
  });
});

it('a model tells when it has changed', () => {
  const { model } = timed(working(4));
  const changed = vi.fn();
  model.changed.connect(changed);
  model.payload = working(5);
  model.setOpen('log', true);
  expect(changed).toHaveBeenCalledTimes(2);
});
