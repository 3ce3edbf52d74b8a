// @vitest-environment jsdom
import { attach, bundle, fallback, htmlRenderer, openEverything, settled } from './outputs.js';
import type { BuildPayload, VerifyPayload } from '@jupyterlab-maturin/protocol';
import { createElement } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { build } from '../src/build-output/index.js';
import { fallbackRenderer } from '../src/task-output/fallback.js';
import type { TaskKind } from '../src/task-output/kind.js';
import { verification } from '../src/verify-output/index.js';
import {
  done,
  failed,
  notVerified,
  payload,
  rustc,
  testResult,
  verifyOutcome,
  verifying
} from './payloads.js';

let output: ReturnType<typeof attach>;
const show = (value: unknown) => output.show(value);
const begin = (kind: TaskKind<BuildPayload> | TaskKind<VerifyPayload>) => {
  output = attach(kind as TaskKind<BuildPayload>);
};

beforeEach(() => {
  vi.clearAllMocks();
  fallback.mockReturnValue(null);
});
afterEach(() => output.dispose());

const KINDS = [
  { kind: build, running: payload, over: failed },
  { kind: verification, running: verifying, over: notVerified }
];

describe.each(KINDS)('an output of $kind.plugin', ({ kind, running, over }) => {
  beforeEach(() => begin(kind));

  it('keeps every element in its place when the same state comes again', async () => {
    await show(over());
    const before = output.findAll('*');
    await show(over({ elapsed: 5 }));
    expect(output.findAll('*')).toEqual(before);
    expect(before.every(element => element.isConnected)).toBe(true);
  });

  it('patches the same card when the task ends', async () => {
    await show(running());
    const card = output.find('section');
    expect(card?.dataset).toMatchObject({ phase: running().phase, state: 'running' });
    await show(over());
    expect(output.find('section')).toBe(card);
    expect(card?.dataset).toMatchObject({ phase: 'failed', state: 'failed' });
  });

  it('ignores fields that it does not know', async () => {
    await show({ ...over(), mood: 'good' });
    expect(output.find('section')).not.toBeNull();
    expect(fallback).not.toHaveBeenCalled();
  });

  it.each([
    ['nothing', undefined],
    ['a number', 7],
    ['a text', 'text'],
    ['a list', []],
    ['an empty object', {}],
    ['another version', { ...over(), version: 2 }],
    ['a phase that does not exist', { ...over(), phase: 'resting' }],
    ['a phase from the prototype of every object', { ...over(), phase: 'constructor' }],
    ['a missing field', { ...over(), elapsed: undefined }],
    ['a text for a number', { ...over(), elapsed: 'long' }],
    ['an object for a text', { ...over(), notes: [{}] }],
    ['a diagnostic that is null', { ...over(), diagnostics: [null] }],
    [
      'a span without a file',
      {
        ...over(),
        diagnostics: [
          { ...rustc.errors[0], spans: [{ ...rustc.errors[0]!.spans[0], file_name: undefined }] }
        ]
      }
    ],
    ['a level that rustc has not', { ...over(), diagnostics: [{ ...rustc.errors[0], level: 5 }] }]
  ])('shows the HTML in the same bundle for %s', async (_, value) => {
    await show(over());
    const html = htmlRenderer();
    fallback.mockReturnValue(html);
    await show(value);
    expect(html.renderModel).toHaveBeenCalledWith(
      expect.objectContaining({ data: bundle(kind.mime, value).data })
    );
    expect(html.node.isConnected).toBe(true);
    expect(output.find('section')).toBeNull();

    await show(over());
    expect(html.isDisposed).toBe(true);
    expect(output.find('section')).not.toBeNull();
  });

  it('says what to do when the bundle holds nothing else', async () => {
    await show({ version: 2 });
    expect(output.text()).toContain('another version of jupyterlab-maturin');
    await show(over());
    expect(output.text()).not.toContain('another version of jupyterlab-maturin');
  });
});

describe('a build’s payload', () => {
  beforeEach(() => begin(build));

  it.each<[string, unknown]>([
    [
      'with little more than a broken diagnostic',
      {
        version: 1,
        phase: 'failed',
        crate: 'c',
        diagnostics: [{ message: 'm', level: 5, spans: [] }]
      }
    ],
    [
      'with an object as a name that follows',
      done({ rebound: [{ name: {}, where: 'x' }] } as never)
    ],
    [
      'with an object as a name that is still old',
      done({ stale: [{ name: {}, where: 'x', reason: 'y' }] } as never)
    ]
  ])('%s is left to the HTML in the same bundle', async (_, value) => {
    const html = htmlRenderer();
    fallback.mockReturnValue(html);
    await show(value);
    expect(html.renderModel).toHaveBeenCalledOnce();
    expect(output.find('section')).toBeNull();
  });
});

describe('markup in any text of a payload', () => {
  const EVIL = '<img src=x onerror=alert(1)><script>alert(2)</script>';

  /** A copy of the payload with the markup in every text that may be any text. */
  function poisoned<Payload>(kind: { isPayload: (value: unknown) => boolean }, payload: Payload) {
    const copy = structuredClone(payload);
    const poison = (parent: Record<string, unknown>): void => {
      for (const [key, value] of Object.entries(parent)) {
        if (typeof value === 'string') {
          parent[key] = EVIL;
          parent[key] = kind.isPayload(copy) ? EVIL : value;
        } else if (typeof value === 'object' && value !== null) {
          poison(value as Record<string, unknown>);
        }
      }
    };
    poison(copy as Record<string, unknown>);
    return copy;
  }

  const result = done({
    rebound: [{ name: 'a', where: 'b' }],
    stale: [{ name: 'c', where: 'd', reason: 'e' }]
  }).result;
  const details = {
    features: ['fast'],
    notes: ['note'],
    log: 'log',
    timings: [{ step: 'plan' as const, seconds: 1 }]
  };
  const test = testResult({ output: 'printed' });
  const outcome = verifyOutcome({ next: 'next', notes: ['note'], solution: true });
  const checks = [{ name: 'cargo', ok: false, found: '1', needed: '2', advice: 'Install it.' }];
  const errors = { diagnostics: [...rustc.warnings, ...rustc.errors] };

  it.each([
    ['a running build', build, payload({ ...details, waiting: 'waiting' })],
    ['a build that compiles', build, payload(details)],
    ['a build that failed', build, failed(details)],
    ['a build that found no crate', build, failed({ diagnostics: [] })],
    ['a build that worked', build, { ...payload(details), ...errors, phase: 'done', result }],
    ['a running verification', verification, verifying({ running: 'test', notes: ['note'] })],
    ['a verification that waits', verification, verifying({ waiting: 'waiting' })],
    [
      'a verification that failed',
      verification,
      notVerified({ ...errors, tests: [test], outcome, environment: checks, notes: ['note'] })
    ],
    ['a verification without errors', verification, notVerified({ tests: [test], outcome })]
  ])('stays text in %s', async (_, kind, value) => {
    begin(kind as never);
    await show(poisoned(kind, value));
    expect(output.find('section')).not.toBeNull();
    await openEverything(output.node);
    expect(output.findAll('img, script')).toEqual([]);
    expect(output.text().split(EVIL).length).toBeGreaterThan(2);
  });
});

describe('the renderer of what is beside an unreadable payload', () => {
  const made = htmlRenderer();
  const registry = {
    preferredMimeType: vi.fn(() => 'text/html' as string | undefined),
    getFactory: vi.fn(() => ({ createRenderer: () => made }))
  };
  const model = (trusted: boolean, more = {}) => {
    const mime = bundle(build.mime, 1);
    return { ...mime, data: { ...mime.data, ...more }, trusted };
  };
  const choose = (trusted: boolean, more = {}) =>
    fallbackRenderer(registry as never, model(trusted, more) as never, {} as never);

  beforeEach(() => begin(build));

  it('is the one that JupyterLab prefers for the rest of the bundle', () => {
    expect(choose(true)).toBe(made);
    expect(registry.preferredMimeType).toHaveBeenCalledWith(
      { 'text/html': '<b>primes</b>', 'text/plain': 'primes' },
      'any'
    );
  });

  it('must be a safe one in a notebook that nobody has trusted', () => {
    choose(false);
    expect(registry.preferredMimeType).toHaveBeenCalledWith(expect.anything(), 'ensure');
  });

  it('is no other output of this extension, which would hand the bundle back', () => {
    choose(true, {
      [verification.mime]: {},
      'application/vnd.jupyterlab-maturin.later.v9+json': 1
    });
    expect(registry.preferredMimeType).toHaveBeenLastCalledWith(
      { 'text/html': '<b>primes</b>', 'text/plain': 'primes' },
      'any'
    );
  });

  it.each([[''], [' \n'], [{ an: 'object' }], [null], [7]])('says something: not %j', html => {
    choose(true, { 'text/html': html });
    expect(registry.preferredMimeType).toHaveBeenLastCalledWith({ 'text/plain': 'primes' }, 'any');
  });

  it('does not exist when the bundle holds nothing that may be shown', () => {
    registry.preferredMimeType.mockReturnValueOnce(undefined);
    expect(choose(true)).toBeNull();
  });
});

it('a new kind of task needs a payload, its states and a card', async () => {
  interface Nap {
    phase: 'asleep' | 'awake';
    elapsed: number;
  }
  const nap: TaskKind<Nap> = {
    plugin: 'test:nap',
    description: '',
    mime: 'x/nap',
    isPayload: (value): value is Nap => typeof value === 'object',
    states: { asleep: 'running', awake: 'succeeded' },
    Card: ({ payload: { phase } }) => createElement('p', null, phase)
  };
  output = attach(nap) as never;
  await show({ phase: 'asleep', elapsed: 0 });
  await show({ phase: 'awake', elapsed: 1 });
  await settled();
  expect(output.text()).toBe('awake');
});
