// @vitest-environment jsdom
import { attach, notifyError, settled, sources } from './outputs.js';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { build } from '../src/build-output/index.js';
import { percentDone } from '../src/build-output/progress.js';
import { absolutePath } from '../src/open-source/location.js';
import { done, failed, payload, rustc } from './payloads.js';

let output: ReturnType<typeof attach>;
const show = (value: unknown) => output.show(value);
const find = <T extends HTMLElement>(selector: string) => output.find<T>(selector);
const button = (label: string) => output.button(label);
const links = () => output.findAll<HTMLAnchorElement>('a');

beforeEach(() => {
  vi.clearAllMocks();
  output = attach(build);
});
afterEach(() => output.dispose());

describe('while it builds', () => {
  it('the bar says how far it is', async () => {
    await show(payload());
    const bar = find('[role=progressbar]');
    expect(bar?.getAttribute('aria-valuenow')).toBe('46');
    expect(bar?.getAttribute('aria-valuetext')).toBe('12 of 26 crates');
    expect(bar?.getAttribute('aria-label')).toBe('Building primes');
    expect(output.text()).toContain('12/26');
    expect(output.text()).toContain('compiling pyo3-ffi');
  });

  it('the bar claims no value that nobody knows', async () => {
    await show(payload({ progress: null }));
    expect(find('[role=progressbar]')?.hasAttribute('aria-valuenow')).toBe(false);
  });

  it('the bar is full when cargo has ended, which never reports the last crate', async () => {
    await show(payload({ phase: 'loading', progress: { done: 25, total: 26, crate: 'primes' } }));
    expect(find('[role=progressbar]')?.getAttribute('aria-valuenow')).toBe('100');
    expect(output.text()).toContain('26/26');
  });

  it('is done to a share that is unknown until cargo has counted, and never more than all', () => {
    const percent = (done: number, total: number) =>
      percentDone(payload({ progress: { done, total, crate: '' } }));
    expect(percentDone(payload({ progress: null }))).toBeUndefined();
    expect(percent(0, 0)).toBeUndefined();
    expect(percent(9, 6)).toBe(100);
    expect(percentDone(payload({ phase: 'loading', progress: null }))).toBe(100);
  });

  it('says what it waits for', async () => {
    await show(payload({ phase: 'planning', waiting: 'Another build is running.' }));
    expect(output.text()).toContain('Another build is running.');
    expect(find('.jp-MaturinTask-clock')?.textContent).toContain('waiting');
  });

  it('counts diagnostics and shows them only at the end, so that nothing moves', async () => {
    await show(
      payload({
        diagnostics: rustc.errors,
        counts: { errors: 3, warnings: 0, omitted: 0 }
      })
    );
    expect(output.text()).toContain('3 errors');
    expect(find('.jp-MaturinDiagnostics')).toBeNull();
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
  it('leaves closed what the reader has closed', async () => {
    await show(failed());
    const [first] = output.findAll('.jp-MaturinTask-headline button');
    first?.click();
    await settled();
    await show(failed({ elapsed: 5 }));
    expect(first?.getAttribute('aria-expanded')).toBe('false');
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

  it('calls what was there before the first build the installed version', async () => {
    await show(failed({ previous: 0 }));
    expect(find('header')?.textContent).toContain('3 errors · the installed version stays in use');
  });

  it('says what it had done when only the loading failed', async () => {
    const unloadable = {
      diagnostics: [],
      counts: { errors: 0, warnings: 0, omitted: 0 },
      error: { kind: 'reload' as const, message: 'it raised' }
    };
    await show(failed({ ...unloadable, unloaded: 'installed' }));
    expect(find('header')?.textContent).toContain('installed, but could not be loaded');
    await show(failed({ ...unloadable, unloaded: 'built' }));
    expect(find('header')?.textContent).toContain('compiled, but could not be loaded');
  });

  it('says what it was still waiting for', async () => {
    await show(payload({ phase: 'cancelled', waiting: 'another build uses /target' }));
    expect(output.text()).toContain('it was still waiting: another build uses /target');
  });

  it('shows the first error and folds the others', async () => {
    await show(failed());
    const folds = output.findAll('.jp-MaturinTask-headline button');
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
    expect(output.text()).toContain('An unresolved name was used.');
  });

  it('shows one sentence where there is no diagnostic', async () => {
    const message = 'Looking for a crate in /x: no Cargo.toml.';
    await show(payload({ phase: 'failed', error: { kind: 'crate', message } }));
    expect(find('.jp-MaturinTask-error')?.textContent).toBe(message);
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
    expect(sources.locate).not.toHaveBeenCalled();
    button('src/lib.rs:9:21').click();
    await settled();
    expect(sources.locate).toHaveBeenCalledWith(absolutePath('/opt/primes', 'src/lib.rs'), null);
    expect(links()).toEqual([]);
    expect(find('span.jp-MaturinTask-place')?.title).toContain(
      '/opt/primes/src/lib.rs cannot be opened'
    );
    expect(notifyError).toHaveBeenCalledWith(
      new Error(
        '/opt/primes/src/lib.rs cannot be opened here: it lies outside the folder that JupyterLab was started in.'
      )
    );
  });

  it('works where only the server can tell the path', async () => {
    sources.locate.mockResolvedValue('linked/src/lib.rs');
    await show(failed({ root: '/mnt/primes' }));
    button('src/lib.rs:9:21').click();
    await settled();
    expect(sources.open).toHaveBeenCalledWith('linked/src/lib.rs', { line: 9, column: 21 });
  });

  it('tells when the file is gone', async () => {
    const gone = new Error('Opening a.rs: Jupyter does not find it.');
    sources.open.mockRejectedValueOnce(gone);
    await show(failed());
    links()[0]?.click();
    await settled();
    expect(notifyError).toHaveBeenCalledWith(gone);
  });
});

describe('a build that worked', () => {
  it('says which build answers and how long it took', async () => {
    await show(done());
    expect(find('header')?.textContent).toContain('build 3 · 0.31 s · loaded');
    expect(output.text()).toContain('import primes');
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
    expect(output.text()).toContain('followed: nth_prime (this notebook)');
    expect(output.text()).toContain(
      'still old: cache["f"] (this notebook) · re-run the cell that made it'
    );
  });

  it('tells what it changed in what the module offers, and folds away what is more than a line', async () => {
    const added = Array.from({ length: 8 }, (_, index) => `f${index}(n)`);
    const changed = ['nth(n) → nth(n, start=0)'];
    await show(done({ surface: { added, changed, removed: ['<b>LIMIT</b>'], omitted: 3 } }));
    const line = find('.jp-MaturinBuild-surface')!;
    expect(line.textContent).toContain(
      'new: f0(n), f1(n), f2(n), f3(n) · changed: nth(n) → nth(n, start=0) · gone: <b>LIMIT</b>'
    );
    expect(line.textContent).not.toContain('f4(n)');
    button('7 more').click();
    await settled();
    expect(line.textContent).toContain('new: f4(n), f5(n), f6(n), f7(n)3 more are not listed');
  });

  it('says nothing about what the module offers where a saved output does not', async () => {
    await show(done());
    expect(find('.jp-MaturinBuild-surface')).toBeNull();
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
