import type { ComponentType } from 'react';

/** What a payload says of its task, whatever kind it is of. */
export interface TaskPayload {
  phase: string;
  /** Seconds from running the cell to the moment the payload was made, where that is of interest. */
  elapsed?: number;
}

/** Whether a task still runs, or how it ended. */
export type TaskState = 'running' | 'succeeded' | 'failed' | 'cancelled';

/** One kind of task that streams its state into one output: a build, for instance. */
export interface TaskKind<Payload extends TaskPayload> {
  /** The id of the plugin that shows such outputs. */
  plugin: string;
  /** The description of that plugin, for JupyterLab's list of plugins. */
  description: string;
  mime: string;
  /** Whether a value from a notebook file is a payload that this version can show. */
  isPayload: (value: unknown) => value is Payload;
  /** What each phase of this kind means for the task. */
  states: Record<Payload['phase'], TaskState>;
  /** Shows a payload; rendered anew for each one. */
  Card: ComponentType<{ payload: Payload }>;
}
