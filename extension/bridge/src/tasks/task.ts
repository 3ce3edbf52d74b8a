import type { Validator } from '@jupyterlab-maturin/protocol';

/** A kind of request that sends events until it has an outcome, and that can be cancelled before that. */
export interface Task<Request extends { id: string }, Event, Outcome> {
  /** The JSON-RPC method that asks for it. */
  method: string;
  isRequest: Validator<Request>;
  /**
   * Runs one task.
   *
   * @param onEvent is called with every event in order; the last event holds the outcome
   * @param signal cancels the task; the outcome then says so, and all processes of the task are gone when it is returned
   */
  run(request: Request, onEvent: (event: Event) => void, signal: AbortSignal): Promise<Outcome>;
}
