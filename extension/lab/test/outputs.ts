/** Puts outputs into jsdom's page. Import this before anything that loads Lumino: it adds what jsdom lacks. */
import type { IRenderMime } from '@jupyterlab/rendermime-interfaces';
import { vi } from 'vitest';
import type { TaskKind, TaskPayload } from '../src/task-output/kind.js';

// jsdom has no drag and drop, which Lumino asks for as it loads.
globalThis.DragEvent ??= class extends MouseEvent {} as typeof DragEvent;
const { TaskOutput } = await import('../src/task-output/renderer.js');
const { Widget } = await import('@lumino/widgets');

export const trans = {
  __: (text: string, ...values: unknown[]) =>
    text.replace(/%(\d)/g, (_, at: string) => String(values[Number(at) - 1])),
  _n: (one: string, many: string, count: number, ...values: unknown[]): string =>
    trans.__(count === 1 ? one : many, count, ...values)
};

/** Jupyter's root is /home/ada. */
export const sources = {
  contentsPath: vi.fn((path: string): string | undefined =>
    path.startsWith('/home/ada/') ? path.slice('/home/ada/'.length) : undefined
  ),
  locate: vi.fn((): Promise<string | null> => Promise.resolve(null)),
  address: (path: string) => `/lab/tree/${path}`,
  open: vi.fn(() => Promise.resolve())
};
/** Cells `a` and `b` are stale until a test says otherwise. */
export const staleCells = {
  ids: new Set(['a', 'b']),
  listeners: new Set<() => void>(),
  changed: {
    connect: (listener: () => void) => staleCells.listeners.add(listener),
    disconnect: (listener: () => void) => staleCells.listeners.delete(listener)
  } as never,
  isStale: (id: string): boolean => staleCells.ids.has(id),
  rerun: vi.fn(() => Promise.resolve())
};
export const notifyError = vi.fn();
export const fallback = vi.fn<() => IRenderMime.IRenderer | null>(() => null);

/** A MIME bundle with `value` for this kind of task, and the HTML and the text that the kernel puts beside it. */
export function bundle(mime: string, value: unknown): IRenderMime.IMimeModel {
  const data = { [mime]: value, 'text/html': '<b>primes</b>', 'text/plain': 'primes' };
  return { data, metadata: {}, trusted: false, setData: () => undefined } as never;
}

/** A renderer of the bundle's HTML that tells what it was given. */
export function htmlRenderer() {
  return Object.assign(new Widget(), { renderModel: vi.fn(() => Promise.resolve()) });
}

/** Puts an empty output of this kind into the page. */
export function attach<Payload extends TaskPayload>(kind: TaskKind<Payload>) {
  const output = new TaskOutput(kind, {
    texts: {
      ansi: (host, source) => host.replaceChildren(source),
      markdown: (host, source) => host.replaceChildren(source)
    },
    sources,
    staleCells,
    resolver: null,
    trans: trans as never,
    notifyError,
    fallback
  });
  Widget.attach(output, document.body);
  const { node } = output;
  return {
    node,
    text: () => node.textContent ?? '',
    show: (value: unknown) => output.renderModel(bundle(kind.mime, value)),
    find: <T extends HTMLElement>(selector: string) => node.querySelector<T>(selector),
    findAll: <T extends HTMLElement>(selector: string) => [...node.querySelectorAll<T>(selector)],
    button: (label: string) =>
      [...node.querySelectorAll('button')].find(each => each.textContent?.includes(label))!,
    dispose: () => output.dispose()
  };
}

/** React answers clicks, and promises resolve, before this does. */
export const settled = () => new Promise(resolve => setTimeout(resolve));

/** Clicks on every closed fold until none is left. */
export async function openEverything(node: HTMLElement): Promise<void> {
  for (;;) {
    const closed = node.querySelectorAll<HTMLElement>('[aria-expanded=false]');
    if (closed.length === 0) {
      return;
    }
    closed.forEach(each => each.click());
    await settled();
  }
}
