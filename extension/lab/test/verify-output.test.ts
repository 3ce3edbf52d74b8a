// @vitest-environment jsdom
import { VERIFY_MIME, type TestResult, type VerifyPayload } from '@jupyterlab-maturin/protocol';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { rustc } from './payloads.js';

vi.hoisted(() => {
  // jsdom has no drag and drop, which Lumino asks for as it loads.
  globalThis.DragEvent ??= class extends MouseEvent {} as typeof DragEvent;
});
const { VerifyOutput } = await import('../src/verify-output/renderer.js');
const { Widget } = await import('@lumino/widgets');

const trans = {
  __: (text: string, ...values: unknown[]) =>
    text.replace(/%(\d)/g, (_, at: string) => String(values[Number(at) - 1])),
  _n: (one: string, many: string, count: number) =>
    (count === 1 ? one : many).replace('%1', String(count))
};

function result(changes: Partial<TestResult> = {}): TestResult {
  return {
    name: 'test_returns_none',
    file: 'tests/test_functions.py',
    line: 11,
    outcome: 'failed',
    seconds: 0.1,
    message: 'no_op() should return None',
    details: 'E   AssertionError',
    output: null,
    ...changes
  };
}

function payload(changes: Partial<VerifyPayload> = {}): VerifyPayload {
  return {
    version: 1,
    phase: 'testing',
    exercise: '01_intro/03_functions',
    title: 'Functions',
    kind: 'extension',
    elapsed: 1.2,
    progress: null,
    waiting: null,
    manifest: null,
    root: '/home/ada/course',
    diagnostics: [],
    counts: { errors: 0, warnings: 0, omitted: 0 },
    environment: [],
    tests: [],
    running: null,
    notes: [],
    outcome: null,
    ...changes
  };
}

const failed = (changes: Partial<VerifyPayload> = {}) =>
  payload({
    phase: 'failed',
    tests: [
      result(),
      result({
        name: 'test_other',
        outcome: 'passed',
        message: null,
        details: null
      })
    ],
    outcome: {
      status: 'failed',
      exercise: '01_intro/03_functions',
      reason: 'tests',
      message: '1 of 2 tests fails.',
      passed: 1,
      failed: 1,
      seconds: 1.5,
      buildSeconds: 0.4,
      hint: { number: 2, total: 3 },
      solution: false,
      next: null,
      notes: []
    },
    ...changes
  });

let output: InstanceType<typeof VerifyOutput>;
const fallback = vi.fn();
const show = (value: unknown) => output.renderModel({ data: { [VERIFY_MIME]: value } } as never);
const text = () => output.node.textContent ?? '';

beforeEach(() => {
  output = new VerifyOutput({
    texts: {
      ansi: (host, source) => host.replaceChildren(source),
      explanation: (host, source) => host.replaceChildren(source)
    },
    sources: {
      known: () => undefined,
      locate: () => Promise.resolve(null),
      address: (path: string) => path,
      open: () => Promise.resolve()
    } as never,
    resolver: null,
    trans: trans as never,
    complain: vi.fn(),
    fallback
  });
  Widget.attach(output, document.body);
});
afterEach(() => output.dispose());

it('tells the test that runs, and how many have ended', async () => {
  await show(payload({ running: 'test_slow' }));
  expect(text()).toContain('running test_slow');
  await show(payload({ tests: [result()] }));
  expect(text()).toContain('1 test ended');
});

it("shows a failing test's message and place, and keeps the rest folded", async () => {
  await show(failed());
  expect(text()).toContain('no_op() should return None');
  expect(text()).toContain('tests/test_functions.py:11');
  expect(text()).not.toContain('AssertionError');
  const fold = output.node.querySelector('button')!;
  fold.click();
  // React answers a click in its own time.
  await new Promise(resolve => setTimeout(resolve));
  expect(fold.getAttribute('aria-expanded')).toBe('true');
  expect(text()).toContain('E   AssertionError');
});

it('names the hint to ask for, in the words of a cell', async () => {
  await show(failed());
  expect(text()).toContain('Hint 2 of 3: %hint 01_intro/03_functions');
});

it('says with words, and not with a colour alone, how a test ended', async () => {
  await show(failed());
  const signs = [...output.node.querySelectorAll('[role=img]')];
  expect(signs.map(sign => sign.getAttribute('aria-label'))).toEqual(['failed', 'passed']);
});

it('shows what the compiler says, the first error open', async () => {
  await show(
    failed({
      tests: [],
      diagnostics: rustc.errors,
      counts: { errors: 3, warnings: 0, omitted: 0 }
    })
  );
  const [first] = output.node.querySelectorAll('.jp-MaturinBuild-diagnostics button');
  expect(first?.getAttribute('aria-expanded')).toBe('true');
});

it('shows what to install', async () => {
  const check = {
    name: 'cargo',
    ok: false,
    found: null,
    needed: '1.85 or newer',
    advice: 'Install Rust.'
  };
  await show(payload({ environment: [check] }));
  expect(text()).toContain('cargo missing (needed: 1.85 or newer)Install Rust.');
});

it('patches the same elements when the next state comes', async () => {
  await show(payload({ running: 'test_slow' }));
  const card = output.node.querySelector('section');
  await show(failed());
  expect(output.node.querySelector('section')).toBe(card);
  expect(card?.dataset['phase']).toBe('failed');
});

it('treats markup from a test as text', async () => {
  await show(failed({ tests: [result({ message: '<img src=x onerror=alert(1)>' })] }));
  expect(output.node.querySelector('img')).toBeNull();
});

it.each([undefined, 7, { version: 2 }, { version: 1, exercise: 'x', phase: 'dreaming' }])(
  'leaves a payload that it cannot read to the next renderer: %j',
  async value => {
    fallback.mockReturnValueOnce(null);
    await show(value);
    expect(text()).toContain('another version of jupyterlab-maturin');
  }
);
