// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { absolutePath } from '../src/open-source/location.js';
import { bundle, done, failed, payload, rustc } from './payloads.js';

vi.hoisted(() => {
  // jsdom has no drag and drop, which Lumino asks for as it loads.
  globalThis.DragEvent ??= class extends MouseEvent {} as typeof DragEvent;
});
const { BuildOutput } = await import('../src/build-output/renderer.js');
const { Widget } = await import('@lumino/widgets');

const trans = {
  __: (text: string, ...values: unknown[]) =>
    text.replace(/%(\d)/g, (_, at: string) => String(values[Number(at) - 1])),
  _n: (one: string, many: string, count: number) =>
    (count === 1 ? one : many).replace('%1', String(count))
};

const sources = {
  known: vi.fn((path: string): string | undefined =>
    path.startsWith('/home/ada/') ? path.slice('/home/ada/'.length) : undefined
  ),
  locate: vi.fn((): Promise<string | null> => Promise.resolve(null)),
  address: (path: string) => `/lab/tree/${path}`,
  open: vi.fn(() => Promise.resolve())
};
const complain = vi.fn();
const fallback = vi.fn();

let output: InstanceType<typeof BuildOutput>;
const show = (value: unknown) => output.renderModel(bundle(value));
const find = <T extends HTMLElement>(selector: string) => output.node.querySelector<T>(selector);
const button = (text: string) =>
  [...output.node.querySelectorAll('button')].find(each => each.textContent?.includes(text))!;
const links = () => [...output.node.querySelectorAll('a')];
const settled = () => new Promise(resolve => setTimeout(resolve));

beforeEach(() => {
  vi.clearAllMocks();
  output = new BuildOutput({
    texts: {
      ansi: (host, source) => host.replaceChildren(source),
      explanation: (host, source) => host.replaceChildren(source)
    },
    sources,
    resolver: null,
    trans: trans as never,
    complain,
    fallback
  });
  Widget.attach(output, document.body);
});
afterEach(() => output.dispose());

describe('while it builds', () => {
  it('the bar says how far it is', async () => {
    await show(payload());
    const bar = find('[role=progressbar]');
    expect(bar?.getAttribute('aria-valuenow')).toBe('46');
    expect(bar?.getAttribute('aria-valuetext')).toBe('12 of 26 crates');
    expect(bar?.getAttribute('aria-label')).toBe('Building primes');
    expect(output.node.textContent).toContain('12/26');
    expect(output.node.textContent).toContain('compiling pyo3-ffi');
  });

  it('the bar claims no value that nobody knows', async () => {
    await show(payload({ progress: null }));
    expect(find('[role=progressbar]')?.hasAttribute('aria-valuenow')).toBe(false);
  });

  it('says what it waits for', async () => {
    await show(payload({ phase: 'planning', waiting: 'Another build is running.' }));
    expect(output.node.textContent).toContain('Another build is running.');
    expect(find('.jp-MaturinBuild-clock')?.textContent).toContain('waiting');
  });

  it('counts diagnostics and shows them only at the end, so that nothing moves', async () => {
    await show(
      payload({
        diagnostics: rustc.errors,
        counts: { errors: 3, warnings: 0, omitted: 0 }
      })
    );
    expect(output.node.textContent).toContain('3 errors');
    expect(find('.jp-MaturinBuild-diagnostics')).toBeNull();
  });

  it('speaks only when the phase changes', async () => {
    await show(payload());
    const spoken = find('[role=status]')?.textContent;
    await show(payload({ elapsed: 9, progress: { done: 20, total: 26, crate: 'pyo3' } }));
    expect(find('[role=status]')?.textContent).toBe(spoken);
    await show(failed());
    expect(find('[role=status]')?.textContent).toBe('primes: 3 errors, build 3 stays in use');
  });
});

describe('an update', () => {
  it('keeps every element in its place', async () => {
    await show(failed());
    const before = [...output.node.querySelectorAll('*')];
    await show(failed({ elapsed: 5 }));
    expect([...output.node.querySelectorAll('*')]).toEqual(before);
    expect(before.every(element => element.isConnected)).toBe(true);
  });

  it('keeps the keyboard’s focus and what the reader has opened', async () => {
    await show(failed());
    const log = button('log');
    log.focus();
    log.click();
    await settled();
    await show(failed({ log: 'another line' }));
    expect(document.activeElement).toBe(log);
    expect(log.getAttribute('aria-expanded')).toBe('true');
    expect(find('[role=region]')?.textContent).toBe('another line');
  });
});

describe('a build that failed', () => {
  it('says so, and what still answers', async () => {
    await show(failed());
    expect(find('header')?.textContent).toContain('3 errors · build 3 stays in use');
  });

  it('shows the first error and folds the others', async () => {
    await show(failed());
    const folds = [
      ...output.node.querySelectorAll<HTMLElement>('.jp-MaturinBuild-headline button')
    ];
    expect(folds.map(fold => fold.getAttribute('aria-expanded'))).toEqual([
      'true',
      'false',
      'false'
    ]);
    for (const fold of folds) {
      const body = document.getElementById(fold.getAttribute('aria-controls')!);
      expect(body?.hidden).toBe(fold.getAttribute('aria-expanded') === 'false');
    }
    expect(button('2 warnings').getAttribute('aria-expanded')).toBe('false');
  });

  it('explains the code one fold further', async () => {
    await show(failed());
    button('what E0425 means').click();
    await settled();
    expect(output.node.textContent).toContain('An unresolved name was used.');
  });

  it('shows one sentence where there is no diagnostic', async () => {
    const message = 'Looking for a crate in /x: no Cargo.toml.';
    await show(payload({ phase: 'failed', error: { kind: 'crate', message } }));
    expect(find('.jp-MaturinBuild-error')?.textContent).toBe(message);
  });

  it('never reads text as HTML', async () => {
    const evil = '<img src=x onerror=alert(1)>';
    const [first] = rustc.errors;
    await show(
      failed({
        crate: evil,
        notes: [evil],
        log: evil,
        diagnostics: [{ ...first!, message: evil, rendered: evil }]
      })
    );
    for (const name of ['note', 'log']) {
      button(name).click();
    }
    await settled();
    expect(output.node.querySelector('img')).toBeNull();
    // The crate's name, the diagnostic's row and body, the note, the log, the announcement.
    expect(output.node.textContent?.split(evil)).toHaveLength(6 + 1);
  });
});

describe('a link', () => {
  it('opens the file at line and column', async () => {
    await show(failed());
    const link = links().find(each => each.textContent === 'src/lib.rs:9:21')!;
    expect(link.getAttribute('href')).toBe('/lab/tree/course/primes/src/lib.rs');
    link.click();
    expect(sources.open).toHaveBeenCalledWith('course/primes/src/lib.rs', {
      line: 9,
      column: 21
    });
  });

  it('is text that says why when the crate lies outside Jupyter’s root', async () => {
    await show(failed({ root: '/opt/primes' }));
    await settled();
    expect(sources.locate).toHaveBeenCalledWith(absolutePath('/opt/primes', 'src/lib.rs'), null);
    expect(links()).toEqual([]);
    expect(find('.jp-MaturinBuild-place')?.title).toContain(
      '/opt/primes/src/lib.rs cannot be opened'
    );
  });

  it('works where only the server can tell the path', async () => {
    sources.locate.mockResolvedValue('linked/src/lib.rs');
    await show(failed({ root: '/mnt/primes' }));
    await settled();
    expect(links()[0]?.getAttribute('href')).toBe('/lab/tree/linked/src/lib.rs');
  });

  it('tells when the file is gone', async () => {
    const gone = new Error('Opening a.rs: Jupyter does not find it.');
    sources.open.mockRejectedValueOnce(gone);
    await show(failed());
    links()[0]?.click();
    await settled();
    expect(complain).toHaveBeenCalledWith(gone);
  });
});

describe('a build that worked', () => {
  it('says which build answers and how long it took', async () => {
    await show(done());
    expect(find('header')?.textContent).toContain('build 3 · 0.31 s · loaded');
    expect(output.node.textContent).toContain('import primes');
  });

  it('tells what followed and what is still old', async () => {
    await show(
      done({
        rebound: [{ name: 'nth_prime', where: 'this notebook' }],
        stale: [
          {
            name: 'cache["f"]',
            where: 'this notebook',
            reason: 're-run the cell that made it'
          }
        ]
      })
    );
    expect(output.node.textContent).toContain('followed: nth_prime (this notebook)');
    expect(output.node.textContent).toContain(
      'still old: cache["f"] (this notebook) · re-run the cell that made it'
    );
  });

  it('folds its warnings away', async () => {
    await show({ ...done(), diagnostics: rustc.warnings });
    expect(button('2 warnings').getAttribute('aria-expanded')).toBe('false');
    button('2 warnings').click();
    await settled();
    expect(find('[data-severity=warning]')?.textContent).toContain('unused variable: `spare`');
  });

  it('says when nothing had changed', async () => {
    await show(done({ changed: false }));
    expect(find('header')?.textContent).toContain('nothing changed');
  });
});

describe('a payload of another version', () => {
  it('is shown by the HTML in the same bundle, and a readable one takes its place again', async () => {
    const html = Object.assign(new Widget(), {
      renderModel: vi.fn(() => Promise.resolve())
    });
    fallback.mockReturnValue(html);
    const model = bundle({ ...payload(), version: 2 });
    await output.renderModel(model);
    expect(html.renderModel).toHaveBeenCalledWith(model);
    expect(html.node.isConnected).toBe(true);
    expect(find('.jp-MaturinBuild-card')).toBeNull();

    await show(done());
    expect(html.isDisposed).toBe(true);
    expect(find('.jp-MaturinBuild-card')).not.toBeNull();
  });
});
