import { VERIFY_MIME } from '@jupyterlab-maturin/protocol';
import type { IRenderMime } from '@jupyterlab/rendermime-interfaces';
import { UUID } from '@lumino/coreutils';
import { PanelLayout, Widget } from '@lumino/widgets';
import { createElement } from 'react';
import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import type { BuildOutputOptions } from '../build-output/renderer.js';
import { VerifyCard } from './card.js';
import { VerifyModel } from './model.js';
import { readVerification } from './payload.js';

/** Renders `application/vnd.jupyterlab-maturin.verify.v1+json`. Each update patches what stands there. */
export class VerifyOutput extends Widget implements IRenderMime.IRenderer {
  constructor(private readonly _options: BuildOutputOptions) {
    super();
    this.addClass('jp-MaturinBuild');
    this.addClass('jp-MaturinVerify');
    this.layout = new PanelLayout();
  }

  /** Shows the state in a MIME bundle. The DOM is up to date when this returns: the notebook measures it then. */
  async renderModel(mime: IRenderMime.IMimeModel): Promise<void> {
    const verification = readVerification(mime.data[VERIFY_MIME]);
    if (verification === null) {
      return this._delegate(mime);
    }
    this._other?.dispose();
    this._other = null;
    const model = this._model;
    if (model !== null) {
      flushSync(() => model.replace(verification));
      return;
    }
    const { texts, sources, resolver, trans, complain } = this._options;
    const made = new VerifyModel(verification);
    const host = document.createElement('div');
    const root = createRoot(host);
    this.node.replaceChildren(host);
    this._model = made;
    this._root = root;
    flushSync(() =>
      root.render(
        createElement(VerifyCard, {
          model: made,
          texts,
          sources,
          resolver,
          trans,
          complain,
          id: UUID.uuid4()
        })
      )
    );
  }

  override dispose(): void {
    if (this.isDisposed) {
      return;
    }
    this._drop();
    super.dispose();
  }

  private async _delegate(mime: IRenderMime.IMimeModel): Promise<void> {
    this._drop();
    this._other ??= this._options.fallback(mime.data);
    if (this._other === null) {
      this.node.textContent = this._options.trans.__(
        'This result was written by another version of jupyterlab-maturin. Update the extension, or run the cell again.'
      );
      return;
    }
    (this.layout as PanelLayout).addWidget(this._other);
    await this._other.renderModel(mime);
  }

  private _drop(): void {
    this._root?.unmount();
    this.node.replaceChildren();
    this._root = null;
    this._model = null;
  }

  private _other: IRenderMime.IRenderer | null = null;
  private _model: VerifyModel | null = null;
  private _root: Root | null = null;
}
