// @vitest-environment jsdom
/** Outputs that a notebook file brings along: anything may be in them, and showing them asks the server for nothing. */
import { attach, fallback, htmlRenderer, openEverything, settled, sources } from './outputs.js';
import type { Diagnostic } from '@jupyterlab-maturin/protocol';
import { createElement, useState } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { build } from '../src/build-output/index.js';
import { predictionKind } from '../src/predict/kind.js';
import { lessonSource } from '../src/source-output/index.js';
import type { TaskKind } from '../src/task-output/kind.js';
import { verification } from '../src/verify-output/index.js';
import {
  done,
  failed,
  notVerified,
  payload,
  predicting,
  rustc,
  source,
  testResult,
  verifyOutcome,
  verifying
} from './payloads.js';

const prediction = predictionKind({
  changed: { connect: () => true, disconnect: () => true } as never,
  isOpen: () => true,
  isRunning: () => false,
  choose: () => Promise.resolve()
});

let output: ReturnType<typeof attach>;
const begin = (kind: unknown) => {
  output = attach(kind as TaskKind<never>);
};

beforeEach(() => {
  vi.clearAllMocks();
  fallback.mockReset().mockReturnValue(null);
});
afterEach(() => {
  output.dispose();
  vi.restoreAllMocks();
});

const many = <Thing>(thing: (index: number) => Thing, length = 10_000): Thing[] =>
  Array.from({ length }, (_, index) => thing(index));
const name = (index: number) => ({ name: `name_${index}`, where: 'here', reason: 'so' });
const [error] = rustc.errors;
/** Of few words, because a notebook with a hundred thousand of rustc's own would not open at all. */
const short: Diagnostic = { ...error!, message: 'm', rendered: null, code: null, children: [] };
const check = { name: 'cargo', ok: false, found: null, needed: '2', advice: null };

describe('a list of ten thousand', () => {
  it.each<[string, unknown, unknown]>([
    ['errors', build, failed({ root: '/mnt', diagnostics: many(() => short) })],
    [
      'warnings',
      build,
      failed({ root: '/mnt', diagnostics: many(() => ({ ...short, level: 'warning' })) })
    ],
    ['errors of a verification', verification, notVerified({ diagnostics: many(() => short) })],
    ['names that follow', build, done({ rebound: many(name) })],
    ['names that are still old', build, done({ stale: many(name) })],
    ['cells', build, done({ staleCells: many(at => ({ id: `${at}`, count: 1, modules: [] })) })],
    [
      'functions',
      build,
      done({ surface: { added: many(String), changed: [], removed: [], omitted: 0 } })
    ],
    ['features', build, failed({ features: many(String) })],
    ['notes', build, failed({ notes: many(String) })],
    ['steps', build, failed({ timings: many(() => ({ step: 'plan', seconds: 1 })) })],
    [
      'tests that fail',
      verification,
      notVerified({ tests: many(at => testResult({ name: `${at}` })) })
    ],
    [
      'tests that fail for one reason',
      verification,
      notVerified({ tests: many(() => testResult({ cause: 'one' })) })
    ],
    [
      'tests that pass',
      verification,
      notVerified({ tests: many(() => testResult({ outcome: 'passed' })) })
    ],
    [
      'skipped tests',
      verification,
      notVerified({ tests: many(() => testResult({ outcome: 'skipped' })) })
    ],
    ['checks', verification, verifying({ environment: many(() => check) })],
    ['notes of a verification', verification, verifying({ notes: many(String) })],
    ['parts of a file', lessonSource, source({ parts: many(line => ({ line, code: 'x' })) })],
    ['choices', prediction, predicting({ choices: many(String) })],
    ['choices that were made', prediction, predicting({ phase: 'running', choices: many(String) })],
    ['notes of a prediction', prediction, predicting({ notes: many(String) })]
  ])('shows the first %s and how many more there are', async (_, kind, value) => {
    begin(kind);
    await output.show(value);
    expect(output.find('section')).not.toBeNull();
    await openEverything(output.node);
    expect(output.findAll('*').length).toBeLessThan(3000);
    expect(sources.locate).not.toHaveBeenCalled();
  });

  it('of a hundred thousand opens fifty at a time', async () => {
    begin(build);
    await output.show(failed({ diagnostics: many(() => short, 100_000) }));
    const rows = () => output.findAll('.jp-MaturinDiagnostics > li[data-severity]').length;
    expect(rows()).toBe(50);
    output.button('… and 99,950 more').click();
    await settled();
    expect(rows()).toBe(100);
    expect(output.text()).toContain('… and 99,900 more');
  });
});

it('a text of five million characters is cut, and the cut is said', async () => {
  begin(verification);
  await output.show(notVerified({ tests: [testResult({ message: 'B'.repeat(5_000_000) })] }));
  expect(output.text()).toContain('B… (4,934,464 more characters)');
  expect(output.text().length).toBeLessThan(70_000);
});

describe('what a page would obey and not show', () => {
  /** Sets a title, turns the text around, erases the screen of an old terminal, hides a letter. */
  const EVIL = '\u001b]0;x\u0007\u202egnp\u009b2J\u{e0041}';
  // eslint-disable-next-line no-control-regex -- these are what it looks for
  const OBEYED = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202e\u{e0041}]/u;

  /** A copy of the payload with the text in every field that may hold any text. */
  function poisoned(kind: TaskKind<never>, original: unknown): unknown {
    const copy = structuredClone(original);
    const poison = (parent: Record<string, unknown>): void => {
      for (const [key, value] of Object.entries(parent)) {
        if (typeof value === 'string') {
          parent[key] = `/home/ada/${EVIL}`;
          if (!kind.isPayload(copy)) parent[key] = value;
        } else if (typeof value === 'object' && value !== null) {
          poison(value as Record<string, unknown>);
        }
      }
    };
    poison(copy as Record<string, unknown>);
    return copy;
  }

  const details = {
    features: ['fast'],
    notes: ['note'],
    log: 'log',
    timings: [{ step: 'plan' as const, seconds: 1 }],
    diagnostics: [...rustc.errors, ...rustc.warnings]
  };
  const { result } = done({
    rebound: [name(1)],
    stale: [name(2)],
    surface: { added: ['a'], changed: ['b'], removed: ['c'], omitted: 0 }
  });
  const test = testResult({ output: 'printed' });
  const outcome = verifyOutcome({ next: 'next', notes: ['note'], solution: true });

  it.each<[string, unknown, unknown]>([
    ['a running build', build, payload({ ...details, waiting: 'waiting' })],
    ['a build that failed', build, failed(details)],
    ['a build that found no crate', build, failed({ diagnostics: [] })],
    ['a build that worked', build, { ...payload(details), phase: 'done', result }],
    ['a running verification', verification, verifying({ running: 'test', notes: ['note'] })],
    [
      'a verification that failed',
      verification,
      notVerified({ ...details, tests: [test], outcome, environment: [{ ...check, advice: 'a' }] })
    ],
    ['a question', prediction, predicting({ notes: ['note'] })],
    [
      'a prediction',
      prediction,
      predicting({ phase: 'wrong', chosen: 1, answer: 2, because: 'b' })
    ],
    ['source', lessonSource, source()]
  ])('is shown as its code point in %s', async (_, kind, value) => {
    begin(kind);
    await output.show(poisoned(kind as TaskKind<never>, value));
    expect(output.find('section')).not.toBeNull();
    await openEverything(output.node);
    expect(output.text()).toContain('<U+202E>gnp');
    for (const element of output.findAll('*')) {
      for (const { name, value } of element.attributes) {
        // The address of a file is no text, and the browser escapes it.
        if (name !== 'href') expect(value, `${element.tagName} ${name}`).not.toMatch(OBEYED);
      }
    }
    expect(output.text()).not.toMatch(OBEYED);
  });

  it('keeps rustc’s colours, and opens the file that was named', async () => {
    begin(build);
    const spans = [{ ...error!.spans[0]!, file_name: `/home/ada/${EVIL}.rs` }];
    const rendered = `\u001b[31mred\u001b[0m ${EVIL}`;
    await output.show(failed({ diagnostics: [{ ...error!, spans, rendered }] }));
    expect(output.find('.jp-RenderedText')?.textContent).toContain(
      '\u001b[31mred\u001b[0m <U+001B>]0;x'
    );
    output.find('a')?.click();
    expect(sources.open).toHaveBeenCalledWith(`${EVIL}.rs`, expect.anything());
  });
});

describe('a card that cannot be rendered', () => {
  const fragile: TaskKind<{ phase: 'shown'; bad: boolean }> = {
    plugin: 'test:fragile',
    description: '',
    mime: 'application/vnd.jupyterlab-maturin.fragile+json',
    isPayload: (value): value is { phase: 'shown'; bad: boolean } => typeof value === 'object',
    states: { shown: 'succeeded' },
    Card: ({ payload: { bad } }) => {
      if (bad) throw new TypeError('o.startsWith is not a function');
      return createElement('section', null, 'good');
    }
  };
  const quiet = (event: Event): void => event.preventDefault();
  beforeEach(() => {
    begin(fragile);
    // Both React and jsdom tell what they caught.
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    window.addEventListener('error', quiet);
    return () => window.removeEventListener('error', quiet);
  });

  it('leaves the place to the HTML in the same bundle, and comes back with the next payload', async () => {
    const html = htmlRenderer();
    fallback.mockReturnValue(html);
    await output.show({ phase: 'shown', bad: true });
    expect(html.renderModel).toHaveBeenCalledOnce();
    expect(html.node.isConnected).toBe(true);
    await output.show({ phase: 'shown', bad: false });
    expect(html.isDisposed).toBe(true);
    expect(output.text()).toBe('good');
    fallback.mockReturnValue(null);
    await output.show({ phase: 'shown', bad: true });
    expect(output.text()).toContain('This output cannot be shown');
  });

  it('does so after a click, too', async () => {
    output.dispose();
    const html = htmlRenderer();
    fallback.mockReturnValue(html);
    const Card: typeof fragile.Card = () => {
      const [bad, setBad] = useState(false);
      if (bad) throw new TypeError('o.startsWith is not a function');
      return createElement('button', { onClick: () => setBad(true) }, 'break');
    };
    begin({ ...fragile, Card });
    await output.show({ phase: 'shown', bad: false });
    output.button('break').click();
    await settled();
    expect(html.node.isConnected).toBe(true);
    expect(output.find('button')).toBeNull();
  });

  it('is never an empty one: the sentence stands where the other form fails as well', async () => {
    const html = htmlRenderer();
    html.renderModel.mockRejectedValue(new Error('no'));
    fallback.mockReturnValue(html);
    await output.show({ phase: 'shown', bad: true });
    expect(output.text()).toContain('This output cannot be shown');
    fallback.mockImplementation(() => {
      throw new Error('no');
    });
    await output.show({ phase: 'shown', bad: true });
    expect(output.text()).toContain('This output cannot be shown');
  });
});

it('a payload that is nested more deeply than the stack reaches is left to the HTML', async () => {
  begin(build);
  const html = htmlRenderer();
  fallback.mockReturnValue(html);
  let diagnostic = { ...error!, children: [] as unknown[] };
  for (let depth = 0; depth < 50_000; depth += 1) {
    diagnostic = { ...error!, children: [diagnostic] };
  }
  await output.show(failed({ diagnostics: [diagnostic as never] }));
  expect(html.renderModel).toHaveBeenCalledOnce();
});
