/** Languages of the code in rustc's explanations that are kept; every other code block is Rust. */
const NOT_RUST = new Set(['text', 'toml', 'sh', 'console', 'none', 'c', 'json']);

/**
 * Returns rustc's explanation of an error code as Markdown that JupyterLab renders well.
 *
 * rustc marks code blocks for its own tests (`compile_fail,E0308`); here they say `rust`, which JupyterLab can
 * highlight. Lines that begin with `#` are set-up for those tests, and are removed as `rustc --explain` does.
 */
export function explanationMarkdown(explanation: string): string {
  let fenced = false;
  const lines: string[] = [];
  for (const line of explanation.trim().split('\n')) {
    if (line.startsWith('```')) {
      fenced = !fenced;
      const language = line.slice(3).split(/[\s,]/, 1)[0] ?? '';
      lines.push(fenced ? '```' + (NOT_RUST.has(language) ? language : 'rust') : '```');
    } else if (!(fenced && /^#( |$)/.test(line))) {
      lines.push(line);
    }
  }
  return lines.join('\n');
}
