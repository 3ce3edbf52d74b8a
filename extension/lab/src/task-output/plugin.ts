import type { JupyterFrontEndPlugin } from '@jupyterlab/application';
import { IRenderMimeRegistry } from '@jupyterlab/rendermime';
import { ITranslator, nullTranslator } from '@jupyterlab/translation';
import { notifyError } from '../notifications.js';
import { ISourceOpener } from '../open-source/tokens.js';
import { IStaleCells } from '../stale-cells/tokens.js';
import type { TaskServices } from './context.js';
import { fallbackRenderer } from './fallback.js';
import type { TaskKind, TaskPayload } from './kind.js';
import { TaskOutput } from './renderer.js';
import { textRenderers } from './text-renderers.js';

/** Preferred to `text/html` (50), which is in the same bundle for readers without this extension. */
const RANK = 40;

/** The plugin that shows the outputs of one kind of task. */
export function taskOutput<Payload extends TaskPayload>(
  kind: TaskKind<Payload>
): JupyterFrontEndPlugin<void> {
  return {
    id: kind.plugin,
    description: kind.description,
    autoStart: true,
    requires: [IRenderMimeRegistry, ISourceOpener],
    optional: [IStaleCells, ITranslator],
    activate: (
      _app,
      registry: IRenderMimeRegistry,
      sources: ISourceOpener,
      staleCells: IStaleCells | null,
      translator: ITranslator | null
    ) => {
      const trans = (translator ?? nullTranslator).load('jupyterlab_maturin');
      addTaskRenderer(registry, kind, { sources, staleCells, trans });
    }
  };
}

/** Lets JupyterLab show outputs of one kind. */
export function addTaskRenderer<Payload extends TaskPayload>(
  registry: IRenderMimeRegistry,
  kind: TaskKind<Payload>,
  services: Pick<TaskServices, 'sources' | 'staleCells' | 'trans'>
): void {
  registry.addFactory(
    {
      safe: true,
      mimeTypes: [kind.mime],
      createRenderer: options =>
        new TaskOutput(kind, {
          ...services,
          notifyError,
          texts: textRenderers(options),
          resolver: options.resolver,
          fallback: mime => fallbackRenderer(registry, mime, options)
        })
    },
    RANK
  );
}
