/** A place in a source file, as rustc names it. */
export interface SourceLocation {
  /** Absolute path on the kernel's machine. */
  path: string;
  /** One-based. */
  line: number;
  /** One-based, in characters (Unicode code points), as rustc counts. */
  column: number;
}

/** `file`, as rustc wrote it, made absolute; `root` is the directory that relative names start from. */
export function absolutePath(root: string | null, file: string): string | null {
  if (file.startsWith('/')) {
    return normal(file);
  }
  return root === null ? null : normal(`${root}/${file}`);
}

/**
 * Where Jupyter's file browser finds an absolute path.
 *
 * Returns a contents path without a leading slash, or `null` when the path lies outside `serverRoot`
 * (or when that root is not known as an absolute path: Jupyter writes a home directory as `~`).
 */
export function contentsPath(path: string, serverRoot: string): string | null {
  if (!serverRoot.startsWith('/')) {
    return null;
  }
  const root = normal(serverRoot).replace(/\/$/, '');
  return path.startsWith(`${root}/`) ? path.slice(root.length + 1) : null;
}

/**
 * The editor's column for rustc's column in this line of text.
 *
 * rustc counts characters from one, editors count UTF-16 code units from zero; they differ after every
 * character outside the Basic Multilingual Plane (an emoji, for instance).
 */
export function editorColumn(text: string, column: number): number {
  return [...text].slice(0, Math.max(0, column - 1)).join('').length;
}

/**
 * A file's name as a reader of its crate knows it: from the crate's own folder where it lies in it, else as rustc
 * wrote it (in a workspace rustc names files from the workspace's folder).
 */
export function nameInCrate(file: string, root: string | null, manifest: string | null): string {
  const path = absolutePath(root, file);
  const home = manifest?.replace(/[^/]*$/, '') ?? '';
  return path !== null && home !== '' && path.startsWith(home) ? path.slice(home.length) : file;
}

/** The directory in a `root` of Jupyter's page configuration: an absolute path, or a `file:` URL. */
export function directoryOfRoot(root: string): string {
  return root.startsWith('file://') ? decodeURIComponent(root.slice('file://'.length)) : root;
}

/** Without `.`, `..` and doubled slashes. */
function normal(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') {
      parts.pop();
    } else if (part !== '' && part !== '.') {
      parts.push(part);
    }
  }
  return `/${parts.join('/')}`;
}
