/** The stages of `npm test`. */
import os from 'node:os';

import { secondPython } from '../setup/second-python.mjs';
import { doSteps } from '../setup/steps.mjs';
import { compilePyo3 } from './compiled-pyo3.mjs';
import { course } from './runners/course.mjs';
import { lint } from './runners/lint.mjs';
import { playwright } from './runners/playwright.mjs';
import { pytest } from './runners/pytest.mjs';
import { vitest } from './runners/vitest.mjs';

/** Each has kernels or builds of its own, which keep a processor busy. */
const WORKERS = Math.min(4, Math.max(2, os.availableParallelism()));

const TESTS = 'extension/kernel/tests';
const GIL_LAB = `${TESTS}/gil`;
const KERNEL = { workers: WORKERS, select: [TESTS, `--ignore=${GIL_LAB}`] };
/** What watches threads and processors wants them for itself. */
const ALONE = { workers: 1, select: [GIL_LAB] };

const notSlow = stage => (stage.all ? '' : 'not slow');
const onSecond = stage => ({
  python: stage.second,
  marked: stage.all ? '' : 'every_python and not slow'
});

/**
 * They start in this order, each as soon as there is room for it.
 *
 * @type {Record<string, {slots: number, second?: boolean, run: (stage: import('./stage.mjs').Stage) =>
 *   Promise<import('./result.mjs').Result>}>}
 *   `slots` is how many processes it keeps busy, `Infinity` runs it by itself; `second` needs a second Python
 */
export const STAGES = {
  lint: { slots: 1, run: lint },
  unit: { slots: WORKERS, run: stage => vitest(stage, WORKERS) },
  kernel: {
    slots: WORKERS,
    run: stage => pytest(stage, { ...KERNEL, marked: notSlow(stage) })
  },
  'kernel-second': {
    slots: WORKERS,
    second: true,
    run: stage => pytest(stage, { ...KERNEL, ...onSecond(stage) })
  },
  course: { slots: WORKERS, run: stage => course(stage, WORKERS) },
  browser: { slots: 1, run: stage => playwright(stage, 1) },
  gil: { slots: Infinity, run: stage => pytest(stage, { ...ALONE, marked: notSlow(stage) }) },
  'gil-second': {
    slots: Infinity,
    second: true,
    run: stage => pytest(stage, { ...ALONE, ...onSecond(stage) })
  }
};

/** Makes the second Python with what its tests need, and returns it; `undefined` when this machine has none. */
export async function addSecondPython() {
  const python = await secondPython();
  if (python) await doSteps([compilePyo3(python)]);
  return python;
}
