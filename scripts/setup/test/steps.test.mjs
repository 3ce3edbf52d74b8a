import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { SetUpError } from '../failures.mjs';
import { CommandError, Interrupted } from '../run.mjs';
import { doSteps } from '../steps.mjs';
import { paper } from './paper.mjs';

let root;
let done;

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'steps-'));
  writeFileSync(path.join(root, 'lock'), 'one');
  done = [];
});
afterEach(() => rmSync(root, { recursive: true }));

/** A step that reads `lock` and makes a file of its own name. */
function step(name, rest = {}) {
  const made = path.join(root, name);
  return {
    name,
    doing: `making ${name}`,
    inputs: ['lock'],
    makes: [made],
    work: async ({ wasInterrupted }) => {
      done.push(wasInterrupted ? `${name} after an interruption` : name);
      writeFileSync(made, '');
    },
    ...rest
  };
}

async function go(...steps) {
  const out = paper();
  done = [];
  const options = { root, stamps: path.join(root, 'stamps'), out };
  const error = await doSteps(steps, options).catch(error => error);
  return { done, error, text: out.text, lines: out.lines };
}

const failing = error => async () => {
  throw error;
};

describe('a step', () => {
  test('is skipped in silence when its inputs have not changed', async () => {
    await go(step('venv'));
    expect(await go(step('venv'))).toMatchObject({ done: [], text: '' });
  });

  test('is done again when an input has changed', async () => {
    await go(step('venv'));
    writeFileSync(path.join(root, 'lock'), 'two');
    expect((await go(step('venv'))).done).toEqual(['venv']);
  });

  test('is done again when what it made has gone', async () => {
    await go(step('venv'));
    rmSync(path.join(root, 'venv'));
    expect((await go(step('venv'))).done).toEqual(['venv']);
  });

  test('is done again when what it made does not work any more', async () => {
    await go(step('venv'));
    expect((await go(step('venv', { isSound: async () => false }))).done).toEqual(['venv']);
    expect((await go(step('venv', { isSound: async () => true }))).done).toEqual([]);
  });

  test('that was interrupted is done again, although everything is as after an earlier success', async () => {
    await go(step('venv'));
    const { error } = await go(
      step('venv', { isSound: () => false, work: failing(new Interrupted('SIGINT')) })
    );
    expect(error).toBeInstanceOf(Interrupted);
    expect((await go(step('venv'))).done).toEqual(['venv after an interruption']);
    expect((await go(step('venv'))).done).toEqual([]);
  });

  test('that failed is done again', async () => {
    await go(step('venv', { work: failing(new Error('no')) }));
    expect((await go(step('venv'))).done).toEqual(['venv after an interruption']);
  });

  test('without inputs is done once, whatever happens to its stamp', async () => {
    const course = step('course', { inputs: undefined });
    expect((await go(course)).done).toEqual(['course']);
    rmSync(path.join(root, 'stamps'), { recursive: true });
    expect((await go(course)).done).toEqual([]);
  });

  test('that does not make what it should has failed', async () => {
    const { error } = await go(step('venv', { work: async () => undefined }));
    expect(error.message).toContain(`did not make ${path.join(root, 'venv')}`);
  });
});

describe('the steps of a set-up', () => {
  test('are counted, the skipped ones too', async () => {
    await go(step('a'), step('b'));
    const { lines } = await go(step('a'), step('b'), step('c'));
    expect(lines).toEqual(['[3/3] making c …', '[3/3] done in N s']);
  });

  test('end where one fails, with the words of the tool and a sentence', async () => {
    const error = new CommandError('`uv pip` ended with 2', 2, 'a wheel is broken\n');
    const outcome = await go(step('a', { work: failing(error) }), step('b'));
    expect(outcome.done).toEqual([]);
    expect(outcome.lines).toEqual([
      '[1/2] making a …',
      '[1/2] failed after N s',
      '    a wheel is broken'
    ]);
    expect(outcome.error).toBeInstanceOf(SetUpError);
    expect(outcome.error.message).toBe('Making a: `uv pip` ended with 2.');
  });

  test('go on without an optional one, which is tried again the next time', async () => {
    const optional = step('a', { optional: true, work: failing(new Error('it did not work')) });
    const { done, error, text } = await go(optional, step('b'));
    expect(error).toBeUndefined();
    expect(done).toEqual(['b']);
    expect(text).toContain('Making a: it did not work.\nGoing on without it.');
    expect((await go(step('a'), step('b'))).done).toEqual(['a after an interruption']);
  });

  test('say in one line that they were interrupted, and at which step', async () => {
    const { error } = await go(step('a', { work: failing(new Interrupted('SIGINT')) }), step('b'));
    expect(error.message).toMatch(/^Stopped while making a\. `npm \w+` goes on from there\.$/);
    expect(error.code).toBe(130);
    expect(existsSync(path.join(root, 'b'))).toBe(false);
  });
});
