/** What a stage runs its commands with: an environment in which they find nothing of the user's, and a log. */
import { createWriteStream, mkdirSync } from 'node:fs';
import path from 'node:path';

import { ROOT, environment } from '../setup/places.mjs';
import { CommandError, Interrupted, run } from '../setup/run.mjs';
import { copyCompiledPyo3 } from './compiled-pyo3.mjs';
import { RUN_VARIABLE } from './leftovers.mjs';

export class Stage {
  #testRun;
  #folder;
  #log;

  /** @param {import('./test-run.mjs').TestRun} testRun */
  constructor(testRun, name, log, progress) {
    this.#testRun = testRun;
    this.#folder = path.join(testRun.folder, name);
    mkdirSync(this.#folder, { recursive: true });
    this.#log = createWriteStream(log);
    this.progress = progress;
    this.all = testRun.all;
    this.second = testRun.second;
  }

  /**
   * Runs a command in the project's root; what it writes goes into the stage's log.
   *
   * @param {string[]} command
   * @param {{environment?: Record<string, string>, onLine?: (line: string) => void}} options
   * @returns {Promise<{output: string, error: CommandError | undefined}>} what it wrote, and how it failed
   * @throws {Interrupted}
   */
  async command([file, ...args], { environment: more = {}, onLine } = {}) {
    if (this.#testRun.stoppedBy) throw new Interrupted(this.#testRun.stoppedBy);
    const output = [];
    const write = line => {
      output.push(line);
      this.#log.write(`${line}\n`);
    };
    this.#log.write(`$ ${[path.basename(file), ...args].join(' ')}\n`);
    const error = await run(file, args, {
      cwd: ROOT,
      env: this.#environment(more),
      onLine: line => {
        write(line);
        onLine?.(line);
      }
    }).then(
      () => undefined,
      error => error
    );
    if (error && !(error instanceof CommandError)) throw error;
    if (error) this.#log.write(`${error.message}\n`);
    return { output: output.join('\n'), error };
  }

  /** A path in the stage's own folder. */
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
      [RUN_VARIABLE]: this.#testRun.folder,
      ...more
    });
  }
}
