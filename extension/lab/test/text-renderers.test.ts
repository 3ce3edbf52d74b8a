// @vitest-environment jsdom
import './outputs.js';
import { expect, it, vi } from 'vitest';

// jsdom has no media queries, which JupyterLab's components ask for as they load.
globalThis.matchMedia ??= vi.fn(() => ({ addListener: vi.fn() })) as never;
const { Sanitizer } = await import('@jupyterlab/apputils/lib/sanitizer.js');
const { textRenderers } = await import('../src/task-output/text-renderers.js');

// Markdown lets HTML through, and so does this parser. JupyterLab's own sanitizer gets it then.
const markdownParser = { render: (source: string) => Promise.resolve(source) };
const renderers = textRenderers({ sanitizer: new Sanitizer(), markdownParser } as never);

async function rendered(how: 'ansi' | 'markdown', source: string): Promise<HTMLElement> {
  const host = document.createElement('div');
  renderers[how](host, source);
  await vi.waitFor(() => expect(host.textContent).toContain('end'));
  return host;
}

it('text with colours shows markup as it is written', async () => {
  const source = '\x1b[31m<img src=x onerror=alert(1)>\x1b[0m<script>alert(2)</script> end';
  const host = await rendered('ansi', source);
  expect(host.querySelector('img, script')).toBeNull();
  expect(host.textContent).toContain('<img src=x onerror=alert(1)>');
});

it('an explanation keeps what Markdown makes', async () => {
  const code = '<pre><code class="language-rust"><span class="cm-keyword">let</span></code></pre>';
  const host = await rendered('markdown', `<p>See <a href="https://x.org">E0308</a></p>${code}end`);
  expect(host.querySelector('a')?.getAttribute('href')).toBe('https://x.org');
  expect(host.innerHTML).toContain(code);
});

it.each([
  '<img src="https://x.org/a.png">',
  '<script>alert(1)</script>',
  '<button data-commandlinker-command="filebrowser:delete">Next</button>',
  '<a data-commandlinker-command="filebrowser:delete">Next</a>',
  '<a href="javascript:alert(1)">Next</a>',
  '<p onclick="alert(1)" style="position: fixed">Next</p>',
  '<iframe src="https://x.org"></iframe>'
])('an explanation brings along nothing that acts: %s', async html => {
  const host = await rendered('markdown', `${html}<p>end</p>`);
  expect(host.querySelector('img, script, button, iframe')).toBeNull();
  const attributes = [...host.querySelectorAll('*')].flatMap(each => each.getAttributeNames());
  expect(attributes.filter(name => !['class', 'target', 'rel'].includes(name))).toEqual([]);
});
