import { BUILD_MIME } from '@jupyterlab-maturin/protocol';
import type { IRenderMime } from '@jupyterlab/rendermime-interfaces';
import type { TranslationBundle } from '@jupyterlab/translation';
import { UUID } from '@lumino/coreutils';
import { PanelLayout, Widget } from '@lumino/widgets';
import { createElement } from 'react';
import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import type { ISourceOpener } from '../open-source/tokens.js';
import { BuildCard } from './card.js';
import { BuildModel } from './model.js';
import { readPayload } from './payload.js';
import type { TextRenderers } from './text.js';

/** What a build's output needs from its surroundings. */
export interface BuildOutputOptions {
  texts: TextRenderers;
  sources: ISourceOpener;
  resolver: IRenderMime.IResolver | null;
  trans: TranslationBundle;
  complain: (problem: unknown) => void;
  /** The renderer of the bundle's next best form (`text/html`), for payloads that this version cannot read. */
  fallback: (data: IRenderMime.IMimeModel['data']) => IRenderMime.IRenderer | null;
}

/** Renders `application/vnd.jupyterlab-maturin.build.v1+json`. Each update patches what stands there. */
export class BuildOutput extends Widget implements IRenderMime.IRenderer {
  constructor(private readonly _options: BuildOutputOptions) {
    super();
    this.addClass('jp-MaturinBuild');
    this.layout = new PanelLayout();
  }

  /**
   * Shows the state in a MIME bundle.
   *
   * The DOM is up to date when this returns, not at the next idle moment: the notebook measures outputs
   * right after.
   */
  async renderModel(mime: IRenderMime.IMimeModel): Promise<void> {
    const payload = readPayload(mime.data[BUILD_MIME]);
    if (payload === null) {
      return this._delegate(mime);
    }
    this._dropFallback();
    if (this._model === null || this._root === null) {
      const { texts, sources, resolver, trans, complain } = this._options;
      const model = new BuildModel(payload);
      const host = document.createElement('div');
      const root = createRoot(host);
      this.node.replaceChildren(host);
      this._model = model;
      this._root = root;
      this._host = host;
      const id = UUID.uuid4();
      flushSync(() =>
        root.render(
          createElement(BuildCard, {
            model,
            texts,
            sources,
            resolver,
            trans,
            complain,
            id
          })
        )
      );
    } else {
      const model = this._model;
      flushSync(() => {
        model.payload = payload;
      });
    }
  }

  override dispose(): void {
    if (this.isDisposed) {
      return;
    }
    this._dropCard();
    super.dispose();
  }

  private async _delegate(mime: IRenderMime.IMimeModel): Promise<void> {
    this._dropCard();
    this._fallback ??= this._options.fallback(mime.data);
    if (this._fallback === null) {
      this.node.textContent = this._options.trans.__(
        'This build was written by another version of jupyterlab-maturin. Update the extension, or run the cell again.'
      );
      return;
    }
    (this.layout as PanelLayout).addWidget(this._fallback);
    await this._fallback.renderModel(mime);
  }

  private _dropFallback(): void {
    this._fallback?.dispose();
    this._fallback = null;
  }

  private _dropCard(): void {
    this._root?.unmount();
    this._host?.remove();
    this._root = null;
    this._host = null;
    this._model = null;
  }

  private _fallback: IRenderMime.IRenderer | null = null;
  private _model: BuildModel | null = null;
  private _root: Root | null = null;
  private _host: HTMLElement | null = null;
}
