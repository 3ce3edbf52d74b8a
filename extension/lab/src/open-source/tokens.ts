import type { IRenderMime } from '@jupyterlab/rendermime-interfaces';
import { Token } from '@lumino/coreutils';

/** Opens source files of crates in JupyterLab's editor. */
export interface ISourceOpener {
  /**
   * The contents path of an absolute path on the kernel's machine, when that can be told without asking the
   * server; `undefined` when it cannot.
   */
  known(path: string): string | undefined;

  /**
   * The contents path of an absolute path on the kernel's machine; `null` when Jupyter's file browser does
   * not reach it. May ask the server, through the resolver that belongs to the notebook.
   */
  locate(path: string, resolver: IRenderMime.IResolver | null): Promise<string | null>;

  /** The address of a contents path, for a link's `href`. */
  address(contentsPath: string): string;

  /**
   * Opens a file beside the current document, or shows it where it is open already, and puts the cursor at
   * a line and a column, both one-based, the column in characters.
   *
   * Rejects with a sentence for the user when the file is not there any more.
   */
  open(contentsPath: string, position?: { line: number; column: number }): Promise<void>;
}

export const ISourceOpener = new Token<ISourceOpener>(
  'jupyterlab-maturin:ISourceOpener',
  'Opens source files of crates in the editor, at a line and a column.'
);
