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

/** Other processes would falsify what the tests of the GIL lab measure. */
const ALONE = Infinity;

/** Where the tests are that measure the GIL. */
const GIL = 'extension/kernel/tests/gil';

/**
 * They start in this order, each as soon as there is room for it.
 *
 * @type {Record<string, {slots: number, second?: boolean,
 *   run: (stage: import('./stage.mjs').Stage) => Promise<import('./result.mjs').Result>}>}
 *   `slots` is how many processes it keeps busy; `second`: it needs the second Python
 */
export const STAGES = {
  lint: { slots: 1, run: lint },
  // The longest come first. Much of the course waits: for servers, locks and threads.
  course: { slots: 1, run: stage => course(stage, WORKERS) },
  browser: { slots: 1, run: stage => playwright(stage, 1) },
  kernel: {
    slots: WORKERS,
    run: stage =>
      pytest(stage, {
        workers: WORKERS,
        marked: stage.all ? 'not quiet' : 'not quiet and not slow'
      })
  },
  unit: { slots: WORKERS, run: stage => vitest(stage, WORKERS) },
  'kernel-second': {
    slots: WORKERS,
    second: true,
    run: stage =>
      pytest(stage, {
        workers: WORKERS,
        python: stage.second,
        marked: stage.all
          ? '(every_python or second_in_full) and not quiet and not slow'
          : 'every_python and not quiet and not slow'
      })
  },
  gil: {
    slots: ALONE,
    run: stage =>
      pytest(stage, {
        workers: 0,
        folder: GIL,
        marked: stage.all ? 'quiet' : 'quiet and not slow'
      })
  },
  'gil-second': {
    slots: ALONE,
    second: true,
    run: stage =>
      pytest(stage, {
        workers: 0,
        folder: GIL,
        python: stage.second,
        marked: stage.all ? 'quiet and not slow' : 'every_python and quiet and not slow'
      })
  }
};

/** Makes the second Python with what its tests need, and returns it; `undefined` when this machine has none. */
export async function addSecondPython() {
  const python = await secondPython();
  if (python) await doSteps([compilePyo3(python)]);
  return python;
}
