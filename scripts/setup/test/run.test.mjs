import { spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';

import { expect, test } from 'vitest';

import { CommandError, run } from '../run.mjs';

const RUN = path.join(import.meta.dirname, '..', 'run.mjs');

test('returns what the command wrote on stdout, and hands over each line as it comes', async () => {
  const lines = [];
  const onLine = line => lines.push(line);
  const script = 'printf "one\\ntwo"; printf "three\\n" >&2';
  expect(await run('sh', ['-c', script], { onLine })).toBe('one\ntwo');
  expect(lines.sort()).toEqual(['one', 'three', 'two']);
});

test('a command that fails is named, with its code and all it wrote', async () => {
  const error = await run('sh', ['-c', 'echo out; echo err >&2; exit 3']).catch(error => error);
  expect(error).toBeInstanceOf(CommandError);
  expect(error).toMatchObject({ code: 3, message: expect.stringContaining('ended with 3') });
  expect(error.output).toContain('out\n');
  expect(error.output).toContain('err\n');
});

test('a command that is not there is an error of the same kind', async () => {
  const error = await run('no-such-tool', []).catch(error => error);
  expect(error).toBeInstanceOf(CommandError);
  expect(error).toMatchObject({ code: 127, message: expect.stringContaining('no-such-tool') });
});

/** Another process that runs `script` and is sent `signals`, each when the script has written another line. */
async function interrupted(script, signals) {
  const program = `
    import { run } from ${JSON.stringify(RUN)};
    await run('sh', ['-c', ${JSON.stringify(script)}], { onLine: line => console.log(line) })
      .catch(error => { console.log(error.name); process.exitCode = error.code; });`;
  const parent = spawn(process.execPath, ['--input-type=module', '-e', program]);
  const lines = [];
  createInterface({ input: parent.stdout }).on('line', line => {
    lines.push(line);
    if (signals.length > 0) parent.kill(signals.shift());
  });
  const code = await new Promise(resolve => parent.on('close', resolve));
  return { code, lines };
}

/** A process that was killed is there until its parent, or the system, has taken note. */
const isAlive = pid => {
  try {
    return process.kill(Number(pid), 0);
  } catch {
    return false;
  }
};

test('a signal reaches what the command started, too', async () => {
  const { code, lines } = await interrupted('sleep 1000 & echo $!; wait', ['SIGTERM']);
  expect(lines.at(-1)).toBe('Interrupted');
  expect(code).toBe(143);
  await expect.poll(() => isAlive(lines[0]), { timeout: 30_000 }).toBe(false);
});

test('a second signal ends a command that does not heed the first', async () => {
  const stubborn = 'trap "echo stubborn" INT; sleep 1000 & echo $!; while :; do wait; done';
  const { code, lines } = await interrupted(stubborn, ['SIGINT', 'SIGINT']);
  expect(lines.at(-1)).toBe('Interrupted');
  expect(code).toBe(130);
  await expect.poll(() => isAlive(lines[0]), { timeout: 30_000 }).toBe(false);
});
