/** One run of the tests: its folder, and what it leaves behind. */
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';

import { SetUpError } from '../setup/failures.mjs';
import { CACHE } from '../setup/places.mjs';
import { Interrupted } from '../setup/run.mjs';
import { endLeftovers } from './leftovers.mjs';
import { Stage } from './stage.mjs';

const LOGS = path.join(CACHE, 'test-logs');
const RUNS = path.join(CACHE, 'test-runs');
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

export class TestRun {
  /** Below it everything of this run lies, and by its path the processes of this run are known. */
  folder = path.join(RUNS, String(process.pid));
  /** The signal that asked this run to stop. */
  stoppedBy;
  /** Listening also keeps a second signal from ending this process before it has tidied up. */
  #stop = signal => (this.stoppedBy ??= signal);

  /**
   * @param {{all: boolean, second: string | undefined}} options
   *   `all` runs the slow tests too; `second` is the second Python
   */
  constructor({ all, second }) {
    this.all = all;
    this.second = second;
    for (const signal of SIGNALS) process.on(signal, this.#stop);
    removeAbandonedRuns();
    for (const folder of [this.folder, LOGS]) mkdirSync(folder, { recursive: true });
  }

  /**
   * Runs one stage.
   *
   * @param {(stage: Stage) => Promise<import('./result.mjs').Result>} work
   * @param {(text: string) => void} progress shows how far its runner is
   * @returns {Promise<import('./summary.mjs').StageResult>}
   * @throws {Interrupted} when a signal stopped it
   */
  async stage(name, work, progress) {
    const started = performance.now();
    const log = path.join(LOGS, `${name}.log`);
    const result = await work(new Stage(this, name, log, progress)).catch(error => {
      if (error instanceof Interrupted) throw error;
      const text = error instanceof SetUpError ? error.message : error.stack;
      return { passed: 0, failed: 1, skipped: 0, failures: [{ name: 'starting it', text }] };
    });
    return { ...result, name, log, seconds: (performance.now() - started) / 1000 };
  }

  /** Leaves no process and no file but the logs. */
  end() {
    endLeftovers(this.folder);
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 }); // what was killed may still be writing
    for (const signal of SIGNALS) process.off(signal, this.#stop);
  }
}

/** A run that was killed could not tidy up. */
function removeAbandonedRuns() {
  mkdirSync(RUNS, { recursive: true });
  for (const pid of readdirSync(RUNS).filter(pid => !isRunning(Number(pid)))) {
    endLeftovers(path.join(RUNS, pid));
    rmSync(path.join(RUNS, pid), { recursive: true, force: true });
  }
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
