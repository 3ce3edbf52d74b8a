import { PathExt } from '@jupyterlab/coreutils';
import type { Contents } from '@jupyterlab/services';

/** Files as a notebook's server shows them; paths are contents paths, `''` is the root. */
export interface Tree {
  /** What a directory holds. Empty when it is not there, or not a directory. */
  list(directory: string): Promise<Entry[]>;
  /** A file's text; `null` when it is not there, or not text. */
  read(path: string): Promise<string | null>;
}

export interface Entry {
  name: string;
  directory: boolean;
}

/** The tree behind JupyterLab's file browser. Asks the server once for each call. */
export function contentsTree(contents: Contents.IManager): Tree {
  return {
    async list(directory) {
      const model = await found(contents.get(directory, { content: true }));
      const entries = (model?.type === 'directory' ? model.content : []) as Contents.IModel[];
      return entries.map(({ name, type }) => ({
        name,
        directory: type === 'directory'
      }));
    },
    async read(path) {
      const model = await found(
        contents.get(path, { type: 'file', format: 'text', content: true })
      );
      return typeof model?.content === 'string' ? model.content : null;
    }
  };
}

/** What was asked for, or `null` when the server has no such thing; anything else that goes wrong is thrown. */
async function found(request: Promise<Contents.IModel>): Promise<Contents.IModel | null> {
  try {
    return await request;
  } catch (error) {
    const status = (error as { response?: Response }).response?.status;
    if (status === 404 || status === 400) {
      return null;
    }
    throw error;
  }
}

/** Joins and normalizes; `''` for the root. */
export function join(...parts: string[]): string {
  const path = PathExt.join(...parts);
  return path === '.' ? '' : path;
}
