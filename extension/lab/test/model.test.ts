import { describe, expect, it } from 'vitest';
import { BuildModel } from '../src/build-output/model.js';
import { readPayload } from '../src/build-output/payload.js';
import { failed, payload } from './payloads.js';

/** A model and the hands of its clock. */
function timed(value = payload()) {
  const clock = { now: 100 };
  return { clock, model: new BuildModel(value, () => clock.now) };
}

describe('the elapsed time', () => {
  it('counts on from the payload between two updates', () => {
    const { clock, model } = timed(payload({ elapsed: 4 }));
    clock.now += 0.5;
    expect(model.elapsed).toBeCloseTo(4.5);
    model.payload = payload({ elapsed: 4.6 });
    expect(model.elapsed).toBeCloseTo(4.6);
  });

  it('stands still when the build is over', () => {
    const { clock, model } = timed(failed({ elapsed: 0.42 }));
    clock.now += 60;
    expect(model.elapsed).toBe(0.42);
  });

  it('goes back to the last news when none has come for long', () => {
    const { clock, model } = timed(payload({ elapsed: 4 }));
    clock.now += 11;
    expect(model.silent).toBe(true);
    expect(model.elapsed).toBe(4);
  });
});

describe('progress', () => {
  it('is unknown until cargo has counted, and never more than everything', () => {
    expect(timed(payload({ progress: null })).model.fraction).toBeNull();
    expect(
      timed(payload({ progress: { done: 0, total: 0, crate: '' } })).model.fraction
    ).toBeNull();
    expect(timed(payload({ progress: { done: 9, total: 6, crate: '' } })).model.fraction).toBe(1);
    expect(timed(payload({ phase: 'loading', progress: null })).model.fraction).toBe(1);
  });
});

describe('folds', () => {
  it('open for the first error alone', () => {
    const { model } = timed(failed());
    expect(model.errors.map(({ key }) => model.isOpen(key))).toEqual([true, false, false]);
  });

  it('stay as the reader left them when the next payload comes', () => {
    const { model } = timed(failed());
    const keys = model.errors.map(({ key }) => key);
    model.toggle(keys[0]!);
    model.toggle('log');
    model.payload = failed();
    expect(keys.map(key => model.isOpen(key))).toEqual([false, false, false]);
    expect(model.isOpen('log')).toBe(true);
  });
});

describe('a payload', () => {
  it.each([null, 'text', [], {}, { version: 2 }, { version: 1, crate: 'a', phase: 'resting' }])(
    'that this version cannot read is left to the bundle’s HTML: %j',
    value => {
      expect(readPayload(value)).toBeNull();
    }
  );

  it('counts what is missing or odd as empty', () => {
    const read = readPayload({
      version: 1,
      phase: 'failed',
      crate: 'a',
      diagnostics: [null, { message: 7 }],
      counts: null,
      elapsed: 'long'
    });
    expect(read).toMatchObject({
      elapsed: 0,
      counts: { errors: 0 },
      diagnostics: [{ message: '7', spans: [], code: null }],
      log: ''
    });
  });

  it('comes through whole', () => {
    expect(readPayload(JSON.parse(JSON.stringify(failed())))).toEqual(failed());
  });
});
