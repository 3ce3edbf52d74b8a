import type { JupyterFrontEnd } from '@jupyterlab/application';
import type { CodeMirrorEditor } from '@jupyterlab/codemirror';
import { PageConfig } from '@jupyterlab/coreutils';
import type { IDocumentManager } from '@jupyterlab/docmanager';
import type { DocumentRegistry, IDocumentWidget } from '@jupyterlab/docregistry';
import type { FileEditor } from '@jupyterlab/fileeditor';
import type { IRenderMime } from '@jupyterlab/rendermime-interfaces';
import type { TranslationBundle } from '@jupyterlab/translation';
import type { Widget } from '@lumino/widgets';
import { contentsPath, directoryOfRoot, editorColumn } from './location.js';
import type { ISourceOpener } from './tokens.js';

/** The name of JupyterLab's text editor among the ways to open a file. */
const EDITOR = 'Editor';

/** Opens sources to the right of the notebook, and the second one as a tab beside the first. */
export class SourceOpener implements ISourceOpener {
  constructor(
    private readonly _documents: IDocumentManager,
    private readonly _shell: JupyterFrontEnd.IShell,
    private readonly _trans: TranslationBundle
  ) {}

  known(path: string): string | undefined {
    for (const option of ['rootUri', 'serverRoot']) {
      const root = directoryOfRoot(PageConfig.getOption(option));
      const found = contentsPath(path, root);
      if (found !== null) {
        return found;
      }
    }
    return undefined;
  }

  async locate(path: string, resolver: IRenderMime.IResolver | null): Promise<string | null> {
    const known = this.known(path);
    if (known !== undefined) {
      return known;
    }
    // A root behind a symbolic link, or one that the page names with `~`: only the server can tell.
    const resolved = await resolver?.resolvePath?.(path);
    return resolved?.scope === 'server' ? resolved.path.replace(/^\//, '') : null;
  }

  address(path: string): string {
    return PageConfig.getUrl({ treePath: path });
  }

  async open(path: string, position?: { line: number; column: number }): Promise<void> {
    const widget = this._documents.findWidget(path, EDITOR) ?? (await this._openBeside(path));
    this._shell.activateById(widget.id);
    await widget.context.ready;
    await widget.revealed;
    const { content } = widget;
    if (position === undefined || !isFileEditor(content)) {
      return;
    }
    const { editor } = content;
    const line = Math.min(position.line, editor.lineCount) - 1;
    const column = editorColumn(editor.getLine(line) ?? '', position.column);
    editor.setCursorPosition({ line, column });
    // The line in the middle, with what stands around it; other editors than CodeMirror take the first argument.
    (editor as CodeMirrorEditor).revealPosition({ line, column }, { block: 'center' });
    editor.focus();
  }

  private async _openBeside(path: string): Promise<IDocumentWidget> {
    try {
      await this._documents.services.contents.get(path, { content: false });
    } catch (error) {
      throw new Error(
        this._trans.__(
          'Opening %1: Jupyter does not find it (was it moved, or is it in a hidden folder?). Build again to get fresh links.',
          path
        ),
        { cause: error }
      );
    }
    const options: DocumentRegistry.IOpenOptions =
      this._beside?.isAttached === true
        ? { mode: 'tab-after', ref: this._beside.id }
        : { mode: 'split-right', ref: this._shell.currentWidget?.id ?? null };
    const widget = this._documents.openOrReveal(path, EDITOR, undefined, options);
    if (widget === undefined) {
      throw new Error(
        this._trans.__('Opening %1: JupyterLab has no text editor to show it with.', path)
      );
    }
    this._beside = widget;
    return widget;
  }

  /** The source opened last: the next one goes beside it, so that the screen is split once. */
  private _beside: Widget | null = null;
}

/** Whether the widget is a text editor; told by its shape, for the class is another one under another Lab. */
function isFileEditor(content: Widget): content is FileEditor {
  return 'editor' in content;
}
