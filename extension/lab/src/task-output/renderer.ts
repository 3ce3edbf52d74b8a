import type { IRenderMime } from '@jupyterlab/rendermime-interfaces';
import { UUID } from '@lumino/coreutils';
import { PanelLayout, Widget } from '@lumino/widgets';
import { createElement } from 'react';
import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import { Boundary } from './boundary.js';
import { type TaskContext, TaskContextProvider, type TaskServices } from './context.js';
import type { TaskKind, TaskPayload } from './kind.js';
import { TaskModel } from './model.js';
import { shownPayload } from './shown-payload.js';

export interface TaskOutputOptions extends TaskServices {
  /** Makes the renderer for another form of the same output, for payloads that this version cannot read. */
  fallback: (mime: IRenderMime.IMimeModel) => IRenderMime.IRenderer | null;
}

/** Renders the outputs of one kind of task. An update changes the elements in place, so that nothing jumps. */
export class TaskOutput<Payload extends TaskPayload>
  extends Widget
  implements IRenderMime.IRenderer
{
  constructor(
    private readonly _kind: TaskKind<Payload>,
    private readonly _options: TaskOutputOptions
  ) {
    super();
    this.addClass('jp-MaturinTask');
    this.layout = new PanelLayout();
  }

  /**
   * Shows the payload in a MIME bundle, or another form of it when the payload is not one that this version reads.
   *
   * The notebook measures its outputs as soon as this returns, so the DOM is made at once and not when React likes.
   */
  async renderModel(mime: IRenderMime.IMimeModel): Promise<void> {
    this._mime = mime;
    const payload = this._read(mime);
    if (payload === null) {
      this._removeCard();
      return this._showFallback(mime);
    }
    this._removeFallback();
    this._failed = false;
    flushSync(() => {
      if (this._card === null) {
        this._addCard(payload);
      } else {
        this._card.model.payload = payload;
      }
    });
    if (this._failed) {
      this._removeCard();
      return this._showFallback(mime);
    }
  }

  override dispose(): void {
    if (!this.isDisposed) {
      this._removeCard();
      super.dispose();
    }
  }

  /** Returns the payload of a bundle as it can be shown; `null` when it is none that this version reads. */
  private _read(mime: IRenderMime.IMimeModel): Payload | null {
    const value: unknown = mime.data[this._kind.mime];
    try {
      return this._kind.isPayload(value) ? shownPayload(value) : null;
    } catch {
      return null; // nested more deeply than the stack reaches
    }
  }

  /** A card could not be rendered: shows another form of the output. */
  private readonly _fail = (): void => {
    this._failed = true;
    // React is still at work. `renderModel` looks at once; after a click, nobody else does.
    queueMicrotask(() => {
      if (this._failed && this._card !== null && this._mime !== null && !this.isDisposed) {
        this._removeCard();
        void this._showFallback(this._mime);
      }
    });
  };

  private _addCard(payload: Payload): void {
    const { states, Card } = this._kind;
    const model = new TaskModel(payload, states);
    const host = document.createElement('div');
    const root = createRoot(host);
    const context: TaskContext = { ...this._options, model, id: UUID.uuid4() };
    const render = (): void =>
      root.render(
        createElement(
          TaskContextProvider,
          { value: context },
          createElement(
            Boundary,
            { onError: this._fail, children: null },
            createElement(Card, { payload: model.payload })
          )
        )
      );
    model.changed.connect(render);
    this.node.replaceChildren(host);
    this._card = { model, root };
    render();
  }

  private _removeCard(): void {
    this._card?.root.unmount();
    this._card = null;
  }

  private async _showFallback(mime: IRenderMime.IMimeModel): Promise<void> {
    try {
      if (this._fallback === null) {
        this.node.replaceChildren();
        this._fallback = this._options.fallback(mime);
        if (this._fallback !== null) {
          (this.layout as PanelLayout).addWidget(this._fallback);
        }
      }
      await this._fallback?.renderModel(mime);
    } catch {
      this._removeFallback();
    }
    if (this._fallback === null && this._card === null) {
      this.node.textContent = this._options.trans.__(
        'This output cannot be shown: another version of jupyterlab-maturin wrote it, or it is damaged. Run the cell again, or update the extension.'
      );
    }
  }

  private _removeFallback(): void {
    this._fallback?.dispose();
    this._fallback = null;
  }

  private _card: { model: TaskModel<Payload>; root: Root } | null = null;
  private _fallback: IRenderMime.IRenderer | null = null;
  /** What was to be shown last. */
  private _mime: IRenderMime.IMimeModel | null = null;
  /** Whether the card for it could not be rendered. */
  private _failed = false;
}
