/** The notes of the last build of each crate and profile in this process, which is one for each kernel. */
const last = new Map<string, string>();

/**
 * Returns the notes, unless the last build of this crate and profile had the same: what a crate's settings cost need not
 * stand over every build.
 */
export function unlessSaidBefore(manifest: string, profile: string, notes: string[]): string[] {
  const key = JSON.stringify([manifest, profile]);
  const text = notes.join('\n');
  const known = last.get(key) === text;
  last.set(key, text);
  return known ? [] : notes;
}
