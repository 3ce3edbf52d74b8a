import { Notification } from '@jupyterlab/apputils';
import { bounded, visible } from '@jupyterlab-maturin/protocol';

/** Long enough to read a sentence. Without this, JupyterLab shows nothing but a count at its bell. */
const MILLISECONDS = 10_000;

/** Shows a sentence about why a command cannot do what was asked. */
export function notifyWarning(message: string): void {
  Notification.warning(shown(message), { autoClose: MILLISECONDS });
}

/** Shows what went wrong. */
export function notifyError(problem: unknown): void {
  const message = problem instanceof Error ? problem.message : String(problem);
  Notification.error(shown(message), { autoClose: MILLISECONDS });
}

/** A sentence may name a path or a crate, and hold what a server or a kernel answered. */
function shown(message: string): string {
  return visible(bounded(message, 2000));
}
