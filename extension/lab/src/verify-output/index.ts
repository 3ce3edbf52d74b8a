import type { JupyterFrontEndPlugin } from '@jupyterlab/application';
import { VERIFY_MIME } from '@jupyterlab-maturin/protocol';
import { IRenderMimeRegistry } from '@jupyterlab/rendermime';
import { ITranslator, nullTranslator } from '@jupyterlab/translation';
import { textRenderers } from '../build-output/text.js';
import { complain } from '../notice.js';
import { ISourceOpener } from '../open-source/tokens.js';
import { VerifyOutput } from './renderer.js';

/** Above `text/html` (50), which is in the same bundle for readers without this extension. */
const RANK = 40;

/** Shows the output of verify cells. */
export const verifyOutput: JupyterFrontEndPlugin<void> = {
  id: 'jupyterlab-maturin:verify-output',
  description:
    'Shows the output of verify cells: test by test, what a failing one says, and which hint to ask for.',
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
        mimeTypes: [VERIFY_MIME],
        createRenderer: options =>
          new VerifyOutput({
            sources,
            trans,
            texts: textRenderers(options),
            resolver: options.resolver,
            complain,
            fallback: data => {
              const others = Object.fromEntries(
                Object.entries(data).filter(([type]) => type !== VERIFY_MIME)
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
