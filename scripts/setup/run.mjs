/** Runs one command for the set-up and test scripts. No dependencies: nothing is installed yet when these run. */
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';

import { BIN, ROOT, environment } from './places.mjs';

/** A command that did not end with 0: `message` says which and how, `output` is what it wrote. */
export class CommandError extends Error {
  /** @param {string} message @param {number} code @param {string} output */
  constructor(message, code, output) {
    super(message);
    this.name = 'CommandError';
    this.code = code;
    this.output = output;
  }
}

/** This process was asked to stop, by Ctrl-C for instance, while a command ran. The command is gone by now. */
export class Interrupted extends Error {
  /** @param {NodeJS.Signals} signal */
  constructor(signal) {
    super(`Stopped by ${signal}.`);
    this.name = 'Interrupted';
    /** What a shell expects as the exit code of a process that a signal ended. */
    this.code = 128 + constants.signals[signal];
  }
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
/** How long a command may take to stop before it is killed. */
const SECONDS_TO_STOP = 5;

/**
 * Runs `command` in a process group of its own and returns its stdout.
 *
 * A signal to this process is passed on to the whole group, so that nothing that the command started outlives us. A
 * second signal kills the group at once.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{cwd?: string, env?: NodeJS.ProcessEnv, show?: boolean, onLine?: (line: string) => void}} options
 *   `show` lets the command write to this terminal instead of being captured; `onLine` gets each line as it is written.
 * @returns {Promise<string>}
 * @throws {CommandError} when it cannot be started or ends with anything but 0.
 * @throws {Interrupted} when a signal stopped it.
 */
export function run(command, args, { cwd, env = process.env, show = false, onLine } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env,
      detached: true,
      stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe']
    });
    let stdout = '';
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', chunk => (output += chunk));
      if (stream && onLine) createInterface({ input: stream }).on('line', onLine);
    }
    child.stdout?.on('data', chunk => (stdout += chunk));

    let stoppedBy;
    let patience;
    const stop = signal => {
      signalGroup(child, stoppedBy ? 'SIGKILL' : signal);
      stoppedBy ??= signal;
      patience ??= setTimeout(() => signalGroup(child, 'SIGKILL'), SECONDS_TO_STOP * 1000);
    };
    for (const signal of SIGNALS) process.on(signal, stop);
    const end = () => {
      for (const signal of SIGNALS) process.off(signal, stop);
      clearTimeout(patience);
    };
    child.on('error', error => {
      end();
      reject(new CommandError(`${command} could not be started: ${error.message}`, 127, ''));
    });
    // What was asked to stop may leave processes behind that hold its pipes open.
    child.on('exit', () => stoppedBy && signalGroup(child, 'SIGKILL'));
    child.on('close', (code, signal) => {
      end();
      if (stoppedBy) reject(new Interrupted(stoppedBy));
      else if (code === 0) resolve(stdout);
      else {
        const said = [path.basename(command), ...args].join(' ');
        const status = code ?? 128 + constants.signals[signal];
        reject(new CommandError(`\`${said}\` ended with ${signal ?? code}`, status, output));
      }
    });
  });
}

/** Runs one of the tools in `.venv` on this project. */
export function runTool(tool, args, onLine) {
  return run(path.join(BIN, tool), args, { cwd: ROOT, env: environment(), onLine });
}

function signalGroup(child, signal) {
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}
