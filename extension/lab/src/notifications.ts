import { Notification } from '@jupyterlab/apputils';

/** Long enough to read a sentence. Without this, JupyterLab shows nothing but a count at its bell. */
const MILLISECONDS = 10_000;

/** Shows a sentence about why a command cannot do what was asked. */
export function notifyWarning(message: string): void {
  Notification.warning(message, { autoClose: MILLISECONDS });
}

/** Shows what went wrong. */
export function notifyError(problem: unknown): void {
  const message = problem instanceof Error ? problem.message : String(problem);
  Notification.error(message, { autoClose: MILLISECONDS });
}
