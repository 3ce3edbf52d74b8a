// @vitest-environment jsdom
import { attach, staleCells as known, settled, trans } from './outputs.js';
import { STALE_CELLS_TARGET, type StaleCell } from '@jupyterlab-maturin/protocol';
import { Signal } from '@lumino/signaling';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { build } from '../src/build-output/index.js';
import { listenToKernel } from '../src/kernel-comm.js';
import { markExplanation, markText } from '../src/stale-cells/mark.js';
import { StaleCellsModel } from '../src/stale-cells/model.js';
import { done } from './payloads.js';

const stale = (id: string, used = 1): StaleCell => ({
  id,
  count: 4,
  modules: [{ module: 'primes', used, inUse: 3 }]
});
const ids = (model: StaleCellsModel) => [...model.cells.keys()];

describe('the model', () => {
  it('holds what the kernel said last', () => {
    const model = new StaleCellsModel();
    model.receive({ cells: [stale('a'), stale('b')] });
    model.receive({ cells: [stale('b', 2)] });
    expect(ids(model)).toEqual(['b']);
    expect(model.cells.get('b')?.modules[0]?.used).toBe(2);
  });

  it('ignores what is not a list of stale cells', () => {
    const model = new StaleCellsModel();
    model.receive({ cells: [stale('a')] });
    for (const nonsense of [null, 'x', {}, { cells: [{ id: 1 }] }, { cells: [{ id: 'a' }] }]) {
      model.receive(nonsense);
    }
    expect(ids(model)).toEqual(['a']);
  });

  it('tells when it changes, and not when an empty list comes again', () => {
    const model = new StaleCellsModel();
    const changed = vi.fn();
    model.changed.connect(changed);
    model.receive({ cells: [] });
    model.clear();
    expect(changed).not.toHaveBeenCalled();
    model.receive({ cells: [stale('a')] });
    model.clear();
    expect(changed).toHaveBeenCalledTimes(2);
  });
});

const connect = (session: unknown, model: StaleCellsModel, wasBuilt: () => boolean) =>
  listenToKernel(session as never, STALE_CELLS_TARGET, model, wasBuilt);

/** A session whose kernel has one open comm, if it is told so. */
function session(open: boolean) {
  const comms: { id: string; onMsg?: (message: unknown) => void; send: () => void }[] = [];
  const sent = vi.fn();
  let target: ((comm: unknown, message: unknown) => void) | undefined;
  const kernel = {
    handleComms: true,
    registerCommTarget: vi.fn((name: string, callback: typeof target) => {
      expect(name).toBe(STALE_CELLS_TARGET);
      target = callback;
    }),
    requestCommInfo: vi.fn(() =>
      Promise.resolve({ content: { status: 'ok', comms: open ? { c1: {} } : {} } })
    ),
    hasComm: () => false,
    createComm: (_: string, id: string) => {
      const comm = { id, send: sent };
      comms.push(comm);
      return comm;
    }
  };
  const fake = {
    session: { kernel },
    kernelChanged: undefined as unknown as Signal<unknown, { newValue: unknown }>,
    statusChanged: undefined as unknown as Signal<unknown, string>
  };
  fake.kernelChanged = new Signal(fake);
  fake.statusChanged = new Signal(fake);
  return {
    fake,
    kernel,
    sent,
    comms,
    opens: (data: unknown) => target?.({}, { content: { data } })
  };
}

describe('the connection to the kernel', () => {
  it('takes in the list with which the kernel opens its comm', () => {
    const model = new StaleCellsModel();
    const { fake, opens, kernel } = session(false);
    connect(fake, model, () => false);
    opens({ cells: [stale('a')] });
    expect(ids(model)).toEqual(['a']);
    expect(kernel.requestCommInfo).not.toHaveBeenCalled();
  });

  it('asks a kernel that ran before only when the notebook shows a build', async () => {
    const model = new StaleCellsModel();
    const { fake, sent, comms } = session(true);
    connect(fake, model, () => true);
    await settled();
    expect(sent).toHaveBeenCalledTimes(1);
    comms[0]?.onMsg?.({ content: { data: { cells: [stale('b')] } } });
    expect(ids(model)).toEqual(['b']);
  });

  it('forgets the cells when the kernel restarts or is another one', () => {
    const model = new StaleCellsModel();
    const { fake, opens } = session(false);
    connect(fake, model, () => false);
    opens({ cells: [stale('a')] });
    fake.statusChanged.emit('restarting');
    expect(ids(model)).toEqual([]);
    opens({ cells: [stale('a')] });
    fake.kernelChanged.emit({ newValue: null });
    expect(ids(model)).toEqual([]);
  });
});

describe('the mark', () => {
  it('says in words which build the results came from', () => {
    expect(markText(stale('a', 2), trans as never)).toBe('from build 2');
    expect(markExplanation(stale('a', 2), trans as never)).toContain(
      'ran with build 2 of primes; build 3 is in use now'
    );
  });

  it('names no number when there are several', () => {
    const two: StaleCell = {
      ...stale('a'),
      modules: [
        { module: 'primes', used: 1, inUse: 3 },
        { module: 'words', used: 2, inUse: 4 }
      ]
    };
    expect(markText(two, trans as never)).toBe('from other builds');
    expect(markExplanation(two, trans as never)).toContain('build 2 of words');
  });
});

describe('the line in a build’s card', () => {
  beforeEach(() => {
    known.ids = new Set(['a', 'b']);
    vi.clearAllMocks();
  });
  const tell = (...left: string[]) => {
    known.ids = new Set(left);
    known.listeners.forEach(listener => listener());
  };

  it('counts the cells that are still stale, and goes with the last of them', async () => {
    const output = attach(build);
    await output.show(done({ staleCells: [stale('a'), stale('b'), stale('deleted')] }));
    expect(output.text()).toContain('2 cells used build 1');
    tell('b');
    await settled();
    expect(output.text()).toContain('1 cell used build 1');
    tell();
    await settled();
    expect(output.text()).not.toContain('used build');
    output.dispose();
    expect(known.listeners.size).toBe(0);
  });

  it('names no number when the cells used several builds', async () => {
    const output = attach(build);
    await output.show(done({ staleCells: [stale('a'), stale('b', 2)] }));
    expect(output.text()).toContain('2 cells used other builds');
    output.dispose();
  });

  it('runs the cells again', async () => {
    const output = attach(build);
    await output.show(done({ staleCells: [stale('a'), stale('b')] }));
    output.button('re-run them').click();
    expect(known.rerun).toHaveBeenCalledWith(['a', 'b']);
    output.dispose();
  });

  it('is not there in an output of a version that knew of no stale cells', async () => {
    const output = attach(build);
    await output.show(done());
    expect(output.text()).not.toContain('used build');
    output.dispose();
  });
});
