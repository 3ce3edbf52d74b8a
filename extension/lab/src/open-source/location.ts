/** The absolute path of a file that rustc names; `root` is the directory that relative names start from. */
export function absolutePath(root: string | null, file: string): string | null {
  if (file.startsWith('/')) {
    return normalized(file);
  }
  return root === null ? null : normalized(`${root}/${file}`);
}

/**
 * Returns the contents path, without a leading slash, under which Jupyter knows an absolute path.
 *
 * Returns `null` when the path lies outside `serverRoot`, and when `serverRoot` is not an absolute path, because Jupyter
 * writes a home directory as `~`.
 */
export function contentsPath(path: string, serverRoot: string): string | null {
  if (!serverRoot.startsWith('/')) {
    return null;
  }
  const root = normalized(serverRoot).replace(/\/$/, '');
  return path.startsWith(`${root}/`) ? path.slice(root.length + 1) : null;
}

/**
 * Returns the editor's column for rustc's column in a line of text.
 *
 * rustc counts characters from one, and editors count UTF-16 code units from zero. The two also differ by one more
 * after every character outside the Basic Multilingual Plane, such as an emoji.
 */
export function editorColumn(text: string, column: number): number {
  return [...text].slice(0, Math.max(0, column - 1)).join('').length;
}

/**
 * Returns the name of a file as a reader of its crate knows it: relative to the crate's folder. rustc names the files of
 * a workspace relative to the workspace's folder. A file outside the crate keeps rustc's name.
 */
export function nameInCrate(file: string, root: string | null, manifest: string | null): string {
  const path = absolutePath(root, file);
  const folder = manifest?.replace(/[^/]*$/, '') ?? '';
  return path !== null && folder !== '' && path.startsWith(folder)
    ? path.slice(folder.length)
    : file;
}

/** The directory that Jupyter's page configuration names, either as a path or as a `file:` URL. */
export function directoryOfRoot(root: string): string {
  return root.startsWith('file://') ? decodeURIComponent(root.slice('file://'.length)) : root;
}

/** The path without `.`, `..` and doubled slashes. */
function normalized(path: string): string {
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
