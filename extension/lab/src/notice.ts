import { Notification } from '@jupyterlab/apputils';

/** Long enough to read a sentence. Without it JupyterLab keeps a notification behind its bell, unseen. */
const MILLISECONDS = 10_000;

/** Tells the user, in one sentence, that a command cannot do what was asked. */
export function warn(message: string): void {
  Notification.warning(message, { autoClose: MILLISECONDS });
}

/** Tells the user, in one sentence, what went wrong. */
export function complain(problem: unknown): void {
  const message = problem instanceof Error ? problem.message : String(problem);
  Notification.error(message, { autoClose: MILLISECONDS });
}
