import type { Validator } from '@jupyterlab-maturin/protocol';

/** A kind of request that streams events until it has an outcome, and that can be cancelled meanwhile. */
export interface Task<Request extends { id: string }, Event, Outcome> {
  /** The JSON-RPC method that asks for it. */
  method: string;
  isRequest: Validator<Request>;
  /**
   * Does it.
   *
   * @param onEvent is called with every event, in order, the last one with the outcome in it
   * @param signal cancels; the outcome then says so, and comes when every process of the task is gone
   */
  run(request: Request, onEvent: (event: Event) => void, signal: AbortSignal): Promise<Outcome>;
}
