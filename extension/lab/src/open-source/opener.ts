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

/** The name that JupyterLab gives to its text editor. */
const EDITOR = 'Editor';

/** Opens the first source to the right of the notebook, and the next ones as tabs beside that. */
export class SourceOpener implements ISourceOpener {
  constructor(
    private readonly _documents: IDocumentManager,
    private readonly _shell: JupyterFrontEnd.IShell,
    private readonly _trans: TranslationBundle
  ) {}

  contentsPath(path: string): string | undefined {
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
    const known = this.contentsPath(path);
    if (known !== undefined) {
      return known;
    }
    // When the root is behind a symbolic link, or is written with `~`, only the server knows the answer.
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
    const line = Math.max(1, Math.min(position.line, editor.lineCount)) - 1;
    const column = editorColumn(editor.getLine(line) ?? '', position.column);
    editor.setCursorPosition({ line, column });
    // CodeMirror puts the line in the middle of the editor; other editors ignore the second argument.
    (editor as CodeMirrorEditor).revealPosition({ line, column }, { block: 'center' });
    editor.focus();
  }

  private async _openBeside(path: string): Promise<IDocumentWidget> {
    try {
      await this._documents.services.contents.get(path, { content: false });
    } catch (error) {
      throw new Error(
        this._trans.__(
          '%1 cannot be opened: Jupyter does not find it. It may have been moved, or be in a hidden folder. Build again to get new links.',
          path
        ),
        { cause: error }
      );
    }
    const options: DocumentRegistry.IOpenOptions =
      this._last?.isAttached === true
        ? { mode: 'tab-after', ref: this._last.id }
        : { mode: 'split-right', ref: this._shell.currentWidget?.id ?? null };
    const widget = this._documents.openOrReveal(path, EDITOR, undefined, options);
    if (widget === undefined) {
      throw new Error(
        this._trans.__('%1 cannot be opened: this JupyterLab has no text editor.', path)
      );
    }
    this._last = widget;
    return widget;
  }

  /** The source that was opened last. The next one becomes a tab beside it, so that the screen is split only once. */
  private _last: Widget | null = null;
}

/** Whether a widget is a text editor. `instanceof` would fail when JupyterLab brings another version of the class. */
function isFileEditor(content: Widget): content is FileEditor {
  return 'editor' in content;
}
