/** Where one run of the tests works: a folder of its own, and an environment in which it finds nothing of the user's. */
import { createWriteStream, mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';

import { SetUpError } from '../setup/failures.mjs';
import { CACHE, ROOT, environment } from '../setup/places.mjs';
import { CommandError, Interrupted, run } from '../setup/run.mjs';
import { copyCompiledPyo3 } from './compiled-pyo3.mjs';
import { RUN_VARIABLE, endLeftovers } from './leftovers.mjs';

const LOGS = path.join(CACHE, 'test-logs');
const RUNS = path.join(CACHE, 'test-runs');

export class Room {
  #folder = path.join(RUNS, String(process.pid));

  /** @param {{all: boolean, second: string | undefined}} options `second` is the second Python */
  constructor(options) {
    this.options = options;
    removeAbandonedRuns();
    mkdirSync(this.#folder, { recursive: true });
    mkdirSync(LOGS, { recursive: true });
  }

  /**
   * Runs one stage.
   *
   * @param {(stage: Stage) => Promise<import('./result.mjs').Result>} work
   * @param {(text: string) => void} progress
   * @returns {Promise<import('./summary.mjs').StageResult>}
   */
  async run(name, work, progress) {
    const started = performance.now();
    const log = path.join(LOGS, `${name}.log`);
    const stage = new Stage(this.#folder, name, log, progress, this.options);
    const result = await work(stage).catch(error => {
      if (error instanceof Interrupted) throw error;
      const text = error instanceof SetUpError ? error.message : error.stack;
      return { passed: 0, failed: 1, skipped: 0, failures: [{ name: 'starting it', text }] };
    });
    return { ...result, name, log, seconds: (performance.now() - started) / 1000 };
  }

  leave() {
    endLeftovers(this.#folder);
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** What a stage runs its commands with. */
export class Stage {
  #run;
  #folder;
  #log;

  constructor(run, name, log, progress, { all, second }) {
    this.#run = run;
    this.#folder = path.join(run, name);
    mkdirSync(this.#folder, { recursive: true });
    /** Whether all tests are to run. */
    this.all = all;
    /** The second Python. */
    this.second = second;
    /** Shows how far the runner is. */
    this.progress = progress;
    this.#log = createWriteStream(log);
  }

  /**
   * Runs a command in the project's root; what it writes goes into the stage's log.
   *
   * @param {string[]} command
   * @param {{environment?: Record<string, string>, onLine?: (line: string) => void}} options
   * @returns {Promise<{output: string, error: CommandError | undefined}>} what it wrote, and how it failed
   */
  async command([file, ...args], { environment: more = {}, onLine } = {}) {
    const output = [];
    this.#log.write(`$ ${[path.basename(file), ...args].join(' ')}\n`);
    const ended = await run(file, args, {
      cwd: ROOT,
      env: this.#environment(more),
      onLine: line => {
        output.push(line);
        this.#log.write(`${line}\n`);
        onLine?.(line);
      }
    }).catch(error => error);
    if (ended instanceof Error && !(ended instanceof CommandError)) throw ended;
    const error = ended instanceof CommandError ? ended : undefined;
    if (error) this.#log.write(`${error.message}\n`);
    return { output: output.join('\n'), error };
  }

  /** A path in the stage's folder. */
  file(name) {
    return path.join(this.#folder, name);
  }

  /**
   * Makes target directories in which PyO3 is compiled, one for each name, and returns the folder that holds them.
   *
   * @param {string} python the interpreter that PyO3 was compiled for
   */
  async targets(names, python) {
    const folder = this.file('targets');
    mkdirSync(folder, { recursive: true });
    await Promise.all(names.map(name => copyCompiledPyo3(python, path.join(folder, String(name)))));
    return folder;
  }

  #environment(more) {
    const own = name => {
      mkdirSync(this.file(name), { recursive: true });
      return this.file(name);
    };
    return environment({
      JUPYTER_CONFIG_DIR: own('config'),
      JUPYTER_DATA_DIR: own('data'),
      JUPYTER_RUNTIME_DIR: own('runtime'),
      IPYTHONDIR: own('ipython'),
      [RUN_VARIABLE]: this.#run,
      ...more
    });
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
