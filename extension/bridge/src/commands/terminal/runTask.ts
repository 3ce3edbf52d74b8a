import { randomUUID } from 'node:crypto';

import type { BuildRequest, VerifyRequest } from '@jupyterlab-maturin/protocol';

import type { Task } from '../../tasks/task.js';
import { findInterpreter, ownEnvironment } from '../interpreter.js';
import { Screen } from './screen.js';

/** The exit code after Ctrl-C that shells expect: 128 + SIGINT. */
const INTERRUPTED = 130;

/** The part of a request that every task has in common. */
type CommonRequest = Pick<BuildRequest, keyof BuildRequest & keyof VerifyRequest>;

/** Returns that part for a task that is asked for in the current directory. */
export async function requestFromHere(python: string | undefined): Promise<CommonRequest> {
  return {
    id: randomUUID(),
    cwd: process.cwd(),
    notebook: null,
    ...(await findInterpreter(python)),
    environment: ownEnvironment()
  };
}

/**
 * Runs a task for a person at a terminal, or for a program that reads one event a line, and sets the exit code.
 * Ctrl-C, the end of the terminal and a request to terminate cancel it; the processes of the task are gone when this
 * returns.
 */
export async function runTask<Request extends { id: string }, Event>(
  task: Task<Request, Event, { status: string }>,
  request: Request,
  json: boolean,
  reporter: (screen: Screen) => (event: Event) => void
): Promise<void> {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => controller.abort());
  }
  const screen = new Screen();
  const report = json ? (event: Event) => screen.printJson(event) : reporter(screen);
  const { status } = await task.run(request, report, controller.signal);
  process.exitCode = status === 'failed' ? 1 : status === 'cancelled' ? INTERRUPTED : 0;
}
