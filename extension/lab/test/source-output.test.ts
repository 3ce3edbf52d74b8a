// @vitest-environment jsdom
import { attach, fallback, htmlRenderer, notifyError, settled, sources } from './outputs.js';
import type { SourcePayload } from '@jupyterlab-maturin/protocol';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { codeBlock } from '../src/source-output/code-block.js';
import { lessonSource } from '../src/source-output/index.js';

const FILE = '/home/ada/course/exercises/01_intro/04_arguments/example/src/lib.rs';

const shown = (over: Partial<SourcePayload> = {}): SourcePayload => ({
  version: 1,
  phase: 'shown',
  exercise: '01_intro/04_arguments',
  file: 'example/src/lib.rs',
  path: FILE,
  language: 'rust',
  parts: [
    { line: 12, code: 'struct Percent(f64);' },
    { line: 40, code: 'fn mean() {\n    // `x` ```\n}' }
  ],
  ...over
});

let output: ReturnType<typeof attach>;

beforeEach(() => {
  vi.clearAllMocks();
  fallback.mockReturnValue(null);
  output = attach(lessonSource as never);
});
afterEach(() => output.dispose());

const links = () => output.findAll<HTMLAnchorElement>('a');

it('shows each part as a block of code in its language, under a link to its first line', async () => {
  await output.show(shown());
  expect(links().map(link => link.textContent)).toEqual(['example/src/lib.rs:12', '… line 40']);
  expect(links().map(link => link.title)).toEqual([
    'Open example/src/lib.rs at line 12',
    'Open example/src/lib.rs at line 40'
  ]);
  // The renderer of these tests writes Markdown as it is.
  expect(output.findAll('.jp-MaturinSource-code').map(code => code.textContent)).toEqual([
    '```rust\nstruct Percent(f64);\n```',
    '````rust\nfn mean() {\n    // `x` ```\n}\n````'
  ]);
  expect(output.find('section')?.getAttribute('aria-label')).toBe('Source: example/src/lib.rs');
});

it('a click on the link opens the file at the line, and a failure is said', async () => {
  sources.open.mockRejectedValueOnce(new Error('gone'));
  await output.show(shown());
  links()[1]!.click();
  await settled();
  expect(sources.open).toHaveBeenCalledWith(FILE.slice('/home/ada/'.length), {
    line: 40,
    column: 1
  });
  expect(notifyError).toHaveBeenCalledWith(new Error('gone'));
});

it('a file outside the folder of JupyterLab is no link, and its tooltip says why', async () => {
  await output.show(shown({ path: '/opt/course/lib.rs' }));
  output.button('example/src/lib.rs:12').click();
  await settled();
  expect(links()).toEqual([]);
  expect(output.find('span.jp-MaturinTask-place')?.title).toContain('lies outside');
});

it('running the cell again changes the output in place', async () => {
  await output.show(shown());
  const section = output.find('section');
  await output.show(shown({ parts: [{ line: 1, code: 'fn f() {}' }] }));
  expect(output.find('section')).toBe(section);
  expect(output.text()).toBe('example/src/lib.rs:1```rust\nfn f() {}\n```');
});

it('code that looks like markup stays text', async () => {
  await output.show(
    shown({ file: '<img src=x>', parts: [{ line: 1, code: '<script>alert(1)</script>' }] })
  );
  expect(output.find('img, script')).toBeNull();
  expect(output.text()).toContain('<script>alert(1)</script>');
});

it.each([
  ['another version', { version: 2 }],
  ['no parts', { parts: [] }],
  ['a part without a line', { parts: [{ code: '' }] }],
  ['a number for the language', { language: 1 }]
])('shows another form of an output with %s', async (_, over) => {
  const other = htmlRenderer();
  fallback.mockReturnValue(other as never);
  await output.show({ ...shown(), ...over });
  expect(output.find('section')).toBeNull();
  expect(other.renderModel).toHaveBeenCalled();
});

it('a language that is no word cannot get into the Markdown', () => {
  expect(codeBlock('rust\n```\n<b>', 'x')).toBe('```\nx\n```');
  expect(codeBlock('c++', 'x')).toBe('```c++\nx\n```');
});
