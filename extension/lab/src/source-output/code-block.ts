/** Returns Markdown that shows `code` as it is written, whatever is in it, and highlights it as `language`. */
export function codeBlock(language: string, code: string): string {
  const longest = Math.max(0, ...(code.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(Math.max(3, longest + 1));
  return `${fence}${/^[\w+-]*$/.test(language) ? language : ''}\n${code}\n${fence}`;
}
