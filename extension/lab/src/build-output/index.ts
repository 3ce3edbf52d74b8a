import type { JupyterFrontEndPlugin } from '@jupyterlab/application';
import { BUILD_MIME } from '@jupyterlab-maturin/protocol';
import { IRenderMimeRegistry } from '@jupyterlab/rendermime';
import { ITranslator, nullTranslator } from '@jupyterlab/translation';
import { complain } from '../notice.js';
import { ISourceOpener } from '../open-source/tokens.js';
import { BuildOutput } from './renderer.js';
import { textRenderers } from './text.js';

/** Above `text/html` (50), which is in the same bundle for readers without this extension. */
const RANK = 40;

/** Shows the output of build extension cells. */
export const buildOutput: JupyterFrontEndPlugin<void> = {
  id: 'jupyterlab-maturin:build-output',
  description:
    'Shows the output of build extension cells: progress, compiler diagnostics with links, the result.',
  autoStart: true,
  requires: [IRenderMimeRegistry, ISourceOpener],
  optional: [ITranslator],
  activate: (
    _app,
    registry: IRenderMimeRegistry,
    sources: ISourceOpener,
    translator: ITranslator | null
  ) => {
    const trans = (translator ?? nullTranslator).load('jupyterlab_maturin');
    registry.addFactory(
      {
        safe: true,
        mimeTypes: [BUILD_MIME],
        createRenderer: options =>
          new BuildOutput({
            sources,
            trans,
            texts: textRenderers(options),
            resolver: options.resolver,
            complain,
            fallback: data => {
              const others = Object.fromEntries(
                Object.entries(data).filter(([type]) => type !== BUILD_MIME)
              );
              const mimeType = registry.preferredMimeType(others, 'any');
              return mimeType === undefined
                ? null
                : (registry.getFactory(mimeType)?.createRenderer({ ...options, mimeType }) ?? null);
            }
          })
      },
      RANK
    );
  }
};
