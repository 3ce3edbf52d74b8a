import { PathExt } from '@jupyterlab/coreutils';
import type { Contents } from '@jupyterlab/services';

/** The files that a notebook's server shows. Paths are contents paths, and `''` is the root. */
export interface ServerFiles {
  /** What a directory holds; empty when there is no such directory. */
  list(directory: string): Promise<Entry[]>;
  /** The text of a file; `null` when there is no such file, or when it is not text. */
  read(path: string): Promise<string | null>;
}

export interface Entry {
  name: string;
  directory: boolean;
}

/** The files behind JupyterLab's file browser. Every call is one request to the server. */
export function serverFiles(contents: Contents.IManager): ServerFiles {
  return {
    async list(directory) {
      const model = await orNull(contents.get(directory, { content: true }));
      const entries = (model?.type === 'directory' ? model.content : []) as Contents.IModel[];
      return entries.map(({ name, type }) => ({ name, directory: type === 'directory' }));
    },
    async read(path) {
      const model = await orNull(
        contents.get(path, { type: 'file', format: 'text', content: true })
      );
      return typeof model?.content === 'string' ? model.content : null;
    }
  };
}

/** The server's answer, or `null` when it has no such file. Throws whatever else goes wrong. */
async function orNull(request: Promise<Contents.IModel>): Promise<Contents.IModel | null> {
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

/** Joins and normalizes contents paths; `''` is the root. */
export function joinPath(...parts: string[]): string {
  const path = PathExt.join(...parts);
  return path === '.' ? '' : path;
}
