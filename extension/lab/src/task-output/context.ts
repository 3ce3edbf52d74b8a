import type { TranslationBundle } from '@jupyterlab/translation';
import type { IRenderMime } from '@jupyterlab/rendermime-interfaces';
import { createContext, useContext } from 'react';
import type { ISourceOpener } from '../open-source/tokens.js';
import type { IStaleCells } from '../stale-cells/tokens.js';
import type { TaskPayload } from './kind.js';
import type { TaskModel } from './model.js';
import type { TextRenderers } from './text-renderers.js';

/** What the outputs in one document get from JupyterLab. */
export interface TaskServices {
  trans: TranslationBundle;
  texts: TextRenderers;
  sources: ISourceOpener;
  /** The cells that show the results of another build; `null` where nobody knows. */
  staleCells: IStaleCells | null;
  /** Finds files for the document that holds the outputs. */
  resolver: IRenderMime.IResolver | null;
  /** Shows the user what went wrong. */
  notifyError: (problem: unknown) => void;
}

/** What the parts of one output share. */
export interface TaskContext extends TaskServices {
  model: Pick<TaskModel<TaskPayload>, 'state' | 'silent' | 'elapsed' | 'isOpen' | 'setOpen'>;
  /** Begins every `id` in this output, so that each is unique in the page. */
  id: string;
}

const Context = createContext<TaskContext | null>(null);

export const TaskContextProvider = Context.Provider;

export function useTask(): TaskContext {
  const context = useContext(Context);
  if (context === null) {
    throw new Error('A part of a task’s output was rendered outside of a task’s output.');
  }
  return context;
}
