import type { JupyterFrontEndPlugin } from '@jupyterlab/application';
import { IDocumentManager } from '@jupyterlab/docmanager';
import { ITranslator, nullTranslator } from '@jupyterlab/translation';
import { SourceOpener } from './opener.js';
import { ISourceOpener } from './tokens.js';

/** Lets the other features open a crate's sources. */
export const openSource: JupyterFrontEndPlugin<ISourceOpener> = {
  id: 'jupyterlab-maturin:open-source',
  description: 'Opens source files of crates in the editor, at a line and a column.',
  autoStart: true,
  requires: [IDocumentManager],
  optional: [ITranslator],
  provides: ISourceOpener,
  activate: (app, documents: IDocumentManager, translator: ITranslator | null) =>
    new SourceOpener(
      documents,
      app.shell,
      (translator ?? nullTranslator).load('jupyterlab_maturin')
    )
};
