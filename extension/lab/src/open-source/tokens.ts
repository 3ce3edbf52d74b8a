import type { IRenderMime } from '@jupyterlab/rendermime-interfaces';
import { Token } from '@lumino/coreutils';

/** Opens source files of crates in JupyterLab's editor. */
export interface ISourceOpener {
  /**
   * Returns the contents path of an absolute path on the kernel's machine; `undefined` when only the server knows it.
   */
  contentsPath(path: string): string | undefined;

  /**
   * Returns the same from the server, where that is needed; `null` when Jupyter's file browser cannot reach the path.
   * `resolver` is the one of the notebook that shows the path.
   */
  locate(path: string, resolver: IRenderMime.IResolver | null): Promise<string | null>;

  /** Returns the address of a contents path, for a link's `href`. */
  address(contentsPath: string): string;

  /**
   * Opens a file beside the current document, or shows it where it is open already, and moves the cursor to a line and a
   * column. Both are one-based, and the column counts characters.
   *
   * Rejects with a sentence for the user when the file does not exist any more.
   */
  open(contentsPath: string, position?: { line: number; column: number }): Promise<void>;
}

export const ISourceOpener = new Token<ISourceOpener>(
  'jupyterlab-maturin:ISourceOpener',
  'Opens source files of crates in the editor, at a line and a column.'
);
