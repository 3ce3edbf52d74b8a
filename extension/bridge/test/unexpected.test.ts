import { execFileSync } from 'node:child_process';
import { execa } from 'execa';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { runCommand } from '../src/process/run.js';
import { systemSentence, unexpectedSentence } from '../src/faults/unexpected.js';
import { build } from './support/builds.js';
import { crateWithoutPyo3, write } from './support/crates.js';
import { BRIDGE, PYTHON, ROOT } from './support/places.js';

/** Runs the bundle in which, as soon as it runs, this JavaScript does, too. */
function bridgeWith(script: string, ...args: string[]) {
  const added = `--import=data:text/javascript,${encodeURIComponent(script)}`;
  return execa(process.execPath, [added, BRIDGE, ...args], { reject: false, stdin: 'pipe' });
}

describe('an error that nobody foresaw', () => {
  test.each([
    ['is thrown', 'setImmediate(() => { throw new TypeError("boom") })'],
    ['is a rejection', 'setImmediate(() => Promise.reject(new TypeError("boom")))'],
    ['is thrown by a promise', 'Promise.resolve().then(() => { throw new TypeError("boom") })'],
    ['is no error at all', 'setImmediate(() => { throw "TypeError: boom" })']
  ])('ends the bridge with one sentence when it %s', async (_, script) => {
    const { stderr, exitCode } = await bridgeWith(script, 'stdio');
    expect(stderr).toMatch(
      /^error: This is a fault of jupyterlab-maturin itself \(.*TypeError: boom\): report it .*\.$/
    );
    expect(exitCode).toBe(1);
  });

  test('comes with its stack on request', () => {
    const error = new TypeError('boom');
    expect(unexpectedSentence(error)).not.toContain('\n');
    vi.stubEnv('JUPYTERLAB_MATURIN_DEBUG', '1');
    onTestFinished(() => void vi.unstubAllEnvs());
    expect(unexpectedSentence(error)).toContain('\n    at ');
  });

  test('has a message of any length, with anything in it', () => {
    const sentence = unexpectedSentence(new Error(`\x1b]0;${'x'.repeat(10_000)}`));
    expect(sentence.length).toBeLessThan(600);
    expect(sentence).toContain('<U+001B>');
  });

  test('in a build ends that build', async () => {
    const crate = await write(crateWithoutPyo3('t_unforeseen'));
    // Stands for any fault between the request and the answer.
    const { outcome } = await build(crate, { features: null as never });
    expect(outcome).toMatchObject({
      status: 'failed',
      error: { message: expect.stringContaining('a fault of jupyterlab-maturin') as string }
    });
  });

  test('in a reader of a command ends that command', async () => {
    const running = runCommand(
      {
        interpreter: PYTHON,
        command: ['sh', '-c', 'echo line; sleep 600'],
        directory: '/',
        environment: process.env as Record<string, string>,
        onOutput: () => {
          throw new TypeError('boom');
        }
      },
      new AbortController().signal
    );
    await expect(running).rejects.toThrow('boom');
  });
});

test.each([
  ['ENOSPC', 'the disk is full'],
  ['EDQUOT', 'your share of the disk is used up'],
  ['EACCES', 'you have no permission for that'],
  ['EROFS', 'that disk is read-only']
])('the system refuses with %s: the sentence names the file and what to do', (code, found) => {
  const error = Object.assign(new Error(`${code}: refused`), { code, syscall: 'open', path: '/a' });
  expect(systemSentence(error)).toMatch(
    RegExp(`^Could not use /a: ${found} \\(${code}\\): .*\\.$`)
  );
  expect(systemSentence(new Error(code))).toBeNull();
});

describe('what a command prints', () => {
  /** Runs the bundle in a shell, in the folder of the course, as `$bridge`. */
  function shell(script: string): string {
    const bridge = `bridge() { '${process.execPath}' '${BRIDGE}' "$@"; }`;
    return execFileSync('bash', ['-c', `${bridge}; { ${script}; } 2>&1; echo " $?"`], {
      cwd: `${ROOT}/exercises`,
      encoding: 'utf8'
    });
  }

  test('on a full disk is an error of one sentence', () => {
    expect(shell('bridge list --json > /dev/full')).toBe(
      'error: Could not use stdout: the disk is full (ENOSPC): free some space on it, or choose a place on another disk.\n 1\n'
    );
  });

  test.each([
    [
      'into a pipe that nobody reads is not missed',
      'bridge list --json | true; echo over',
      'over\n 0\n'
    ],
    ['with stdout closed, too', 'bridge list >&-; echo over', 'over\n 0\n'],
    ['with stderr closed as well, on a full disk', 'bridge list 2>&- >/dev/full', ' 1\n']
  ])('%s', (_, script, printed) => {
    expect(shell(script)).toBe(printed);
  });
});
