import type { TranslationBundle } from '@jupyterlab/translation';
import type { IRenderMime } from '@jupyterlab/rendermime-interfaces';
import { createContext, useContext } from 'react';
import type { ISourceOpener } from '../open-source/tokens.js';
import type { BuildModel } from './model.js';
import type { TextRenderers } from './text.js';

/** What the parts of one build's output share. */
export interface BuildSurroundings {
  model: BuildModel;
  trans: TranslationBundle;
  texts: TextRenderers;
  sources: ISourceOpener;
  /** The resolver of the document that the output stands in. */
  resolver: IRenderMime.IResolver | null;
  /** Tells the user, in a sentence, what did not work. */
  complain: (problem: unknown) => void;
  /** Begins every `id` in this output: unique in the page. */
  id: string;
}

const Surroundings = createContext<BuildSurroundings | null>(null);

export const SurroundingsProvider = Surroundings.Provider;

export function useBuild(): BuildSurroundings {
  const surroundings = useContext(Surroundings);
  if (surroundings === null) {
    throw new Error('A part of a build output was rendered outside of a build output.');
  }
  return surroundings;
}
