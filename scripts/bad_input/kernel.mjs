/** A real kernel whose cells answer bad input. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';

import { PYTHON, environment } from '../setup/places.mjs';

export class Kernel {
  #driver;
  #answers;

  /** Starts a kernel in a folder, with the extension loaded. */
  constructor(folder, env = {}) {
    this.#driver = spawn(PYTHON, [path.join(import.meta.dirname, 'kernel.py')], {
      stdio: ['pipe', 'pipe', 'inherit']
    });
    this.#answers = createInterface({ input: this.#driver.stdout })[Symbol.asyncIterator]();
    this.#send({ folder, environment: environment(env) });
  }

  /**
   * Runs a cell.
   *
   * @returns {Promise<import('./answer.mjs').Answer & {error: string}>} `error` is the exception that was raised
   */
  async run(code) {
    this.#send(code);
    const { value, done } = await this.#answers.next();
    if (done) return { text: '', error: '', ended: 'the end of the kernel', seconds: 0 };
    const { text, error, traceback, ended, seconds } = JSON.parse(value);
    // A traceback shows where in the user's cell an exception was raised. That is Python's way, and no fault.
    const shown = [text, error].filter(Boolean).join('\n');
    return { text: shown, error, traceback, ended, seconds };
  }

  /** Ends the kernel, and returns when it is gone. */
  async end() {
    this.#driver.stdin.end();
    if (this.#driver.exitCode === null) await new Promise(done => this.#driver.on('exit', done));
  }

  #send(value) {
    this.#driver.stdin.write(`${JSON.stringify(value)}\n`);
  }
}
