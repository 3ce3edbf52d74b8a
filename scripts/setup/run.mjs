/** Runs one command for the set-up and test scripts. No dependencies: nothing is installed yet when these run. */
import { spawn } from 'node:child_process';
import { constants } from 'node:os';

/** A command that did not end with 0; `message` says which and how. */
export class CommandError extends Error {
  /** @param {string} message @param {number} code @param {string} output */
  constructor(message, code, output) {
    super(message);
    this.name = 'CommandError';
    this.code = code;
    this.output = output;
  }
}

/**
 * Runs `command` and returns its stdout.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{cwd?: string, env?: NodeJS.ProcessEnv, show?: boolean}} options
 *   `show` lets the command write to this terminal instead of being captured.
 * @returns {Promise<string>}
 * @throws {CommandError} when it cannot be started or ends with anything but 0; carries what it wrote.
 */
export function run(command, args, { cwd, env = process.env, show = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env,
      stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe']
    });
    let out = '';
    let err = '';
    child.stdout?.on('data', chunk => (out += chunk));
    child.stderr?.on('data', chunk => (err += chunk));
    const stop = signal => child.kill(signal);
    process.once('SIGTERM', stop);
    child.on('error', error => {
      process.off('SIGTERM', stop);
      reject(new CommandError(`${command} could not be started: ${error.message}`, 127, ''));
    });
    child.on('close', (code, signal) => {
      process.off('SIGTERM', stop);
      if (code === 0) {
        resolve(out);
        return;
      }
      const status = code ?? 128 + (constants.signals[signal] ?? 0);
      reject(
        new CommandError(
          `${[command, ...args].join(' ')} ended with ${signal ?? code}`,
          status,
          `${out}${err}`
        )
      );
    });
  });
}
