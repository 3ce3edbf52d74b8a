/**
 * The JSON-RPC 2.0 methods, with `Content-Length` framing, on the bridge's stdin and stdout.
 *
 * The kernel asks; the bridge answers, and notifies while it works. The end of stdin ends the bridge.
 */
import type { BuildEvent } from '../build/event.js';

/** Request. Params: {@link Hello}. Answer: {@link Welcome}. */
export const HELLO = 'hello';
/** Request. Params: `BuildRequest`. Answer: `BuildOutcome`, after the last event. */
export const BUILD = 'build';
/** Notification to the bridge. Params: {@link CancelParams}. The build's own request then answers `cancelled`. */
export const CANCEL = 'build/cancel';
/** Notification from the bridge. Params: {@link BuildEventParams}. */
export const BUILD_EVENT = 'build/event';

/** Both sides refuse to go on when these differ. */
export const PROTOCOL_VERSION = 1;

export interface Hello {
  protocol: number;
}

export interface Welcome {
  protocol: number;
  /** Version of jupyterlab-maturin. */
  version: string;
  node: string;
  pid: number;
}

export interface CancelParams {
  id: string;
}

export interface BuildEventParams {
  id: string;
  event: BuildEvent;
}
