import { execFileSync } from 'node:child_process';
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runCommand, type Command } from '../src/process/run.js';
import { scratch } from './support/crates.js';
import { groupMembers } from './support/endless.js';
import { PYTHON } from './support/places.js';

const never = new AbortController().signal;

/** A shell's way to print its process group. */
const GROUP = "cut -d ' ' -f 5 /proc/$$/stat";

/** Runs a shell script under the guard and gathers what it writes. */
async function run(script: string, more: Partial<Command> = {}, signal = never) {
  const output: string[] = [];
  const messages: string[] = [];
  const ending = await runCommand(
    {
      interpreter: PYTHON,
      command: ['sh', '-c', script],
      directory: more.directory ?? (await scratch()),
      environment: process.env as Record<string, string>,
      onOutput: line => output.push(line),
      onMessage: line => messages.push(line),
      ...more
    },
    signal
  );
  return { ending, output, messages };
}

describe('a command under the guard', () => {
  test('has its exit code told, with the lines of both its outputs', async () => {
    const { ending, output } = await run('echo out; echo error >&2; exit 3');
    expect(ending).toMatchObject({ how: 'exit', code: 3 });
    expect(output.sort()).toEqual(['error', 'out']);
    expect(ending.output.trim().split('\n').sort()).toEqual(['error', 'out']);
  });

  test('sends lines through descriptor 3, by its number or its path, the last one torn', async () => {
    const { messages } = await run('echo one >&3; echo two > /dev/fd/3; printf torn >&3');
    expect(messages).toEqual(['one', 'two', 'torn']);
  });

  test('reads the end of a file from its stdin', async () => {
    expect((await run('cat; echo read')).output).toEqual(['read']);
  });

  test('that dies of a signal has the signal named', async () => {
    expect((await run('kill -SEGV $$')).ending).toMatchObject({ how: 'signal', signal: 'SIGSEGV' });
  });

  test('that cannot be started says why', async () => {
    expect((await run('', { command: ['no-such-program'] })).ending).toMatchObject({
      how: 'absent',
      error: 'No such file or directory'
    });
    const nowhere = await run('', { interpreter: '/no/such/python' });
    expect(nowhere.ending).toMatchObject({ how: 'absent' });
  });

  test('whose lock cannot be taken does not start, and the reason is said', async () => {
    const { ending } = await run('print("started")', { lockFile: '/dev/null/lock' });
    expect(ending).toEqual({ how: 'unlocked', error: 'Not a directory', output: '' });
  });

  test('whose guard is killed counts as killed', async () => {
    const { ending } = await run('kill -KILL $PPID; sleep 600');
    expect(ending).toMatchObject({ how: 'signal', signal: 'SIGKILL' });
  });

  test('takes what it started with it when it ends', async () => {
    const { output } = await run(`sleep 600 & ${GROUP}`);
    expect(await groupMembers(Number(output[0]))).toEqual([]);
  });

  // What has a session of its own is found because the guard is its reaper. A lock on a file shows that it is gone.
  describe.runIf(process.platform === 'linux')('takes with it, too, what', () => {
    const hold = `exec 3>&- 9>held; flock -n 9 || exit 9`;
    test.each([
      ['began a session of its own', `setsid sh -c '${hold}; echo up >ready; exec sleep 600' &`],
      ['forked twice', `(setsid sh -c '${hold}; echo up >ready; exec sleep 600' &) &`],
      [
        'has an empty environment',
        `(env -i setsid /bin/sh -c '${hold}; echo up >ready; exec /bin/sleep 600' &) &`
      ],
      [
        'ignores SIGTERM',
        `(setsid sh -c 'trap "" TERM; ${hold}; echo up >ready; while :; do sleep 600; done' &) &`
      ]
    ])('%s', async (_, script) => {
      for (const ended of ['by itself', 'early'] as const) {
        const directory = await scratch();
        execFileSync('mkfifo', [join(directory, 'ready')]);
        const controller = new AbortController();
        const last = ended === 'early' ? 'echo now; sleep 600' : ':';
        const running = run(
          `${script} read -r _ <ready; ${last}`,
          { directory, onOutput: () => controller.abort() },
          controller.signal
        );
        await (ended === 'early' ? expect(running).rejects.toThrow() : running);
        // Fails while another process has the lock.
        execFileSync('flock', ['-n', join(directory, 'held'), 'true']);
      }
    });

    test('forks until it is told to stop', async () => {
      const directory = await scratch();
      const controller = new AbortController();
      const fork = `i=0; while [ $i -lt 200 ]; do setsid sh -c 'exec 9>>held; flock -s 9; sleep 600' & i=$((i+1)); [ $i = 20 ] && echo many; done; wait`;
      const running = run(
        fork,
        { directory, onOutput: () => controller.abort() },
        controller.signal
      );
      await expect(running).rejects.toThrow();
      execFileSync('flock', ['-n', join(directory, 'held'), 'true']);
    });
  });

  test('leaves the server of a compiler cache alone', async () => {
    const directory = await scratch();
    await copyFile('/bin/sleep', join(directory, 'sccache'));
    const { output } = await run(
      `setsid ./sccache 600 >/dev/null 2>&1 3>&- & echo $!; while ! grep -q sccache /proc/$!/comm; do :; done`,
      { directory }
    );
    expect(process.kill(Number(output[0]), 'SIGKILL')).toBe(true);
  });

  test('cannot speak for its guard', async () => {
    const { ending, messages } = await run(
      'echo "jupyterlab-maturin guard: ended 0" >&3; printf "\\n ended 0\\n" >&3; exit 3'
    );
    expect(ending).toMatchObject({ how: 'exit', code: 3 });
    expect(messages).toHaveLength(2);
  });

  test('may write a message of many pieces, and one that is too long for anybody', async () => {
    const { messages } = await run(
      'head -c 300000 /dev/zero | tr "\\0" A >&3; echo >&3; echo B >&3'
    );
    expect(messages.map(({ length }) => length)).toEqual([300_000, 1]);
  });

  test('is ended when its time is up', async () => {
    expect((await run('sleep 600', { limit: 0.1 })).ending).toMatchObject({ how: 'limit' });
  });

  test('that ignores SIGTERM is ended all the same when somebody cancels, with the reason thrown', async () => {
    const controller = new AbortController();
    const reason = new Error('enough');
    let group = 0;
    const running = run(
      `trap '' TERM; ${GROUP}; while :; do sleep 600; done`,
      {
        onOutput: line => {
          group = Number(line);
          controller.abort(reason);
        }
      },
      controller.signal
    );
    await expect(running).rejects.toBe(reason);
    expect(await groupMembers(group)).toEqual([]);
  });

  test('does not inherit that Python ignores SIGPIPE', async () => {
    const { output } = await run("grep SigIgn /proc/self/status | tr -d '[:space:]'");
    expect(Number.parseInt(output[0]!.split(':')[1]!, 16) & (1 << 12)).toBe(0);
  });
});

describe('locks', () => {
  test('of a file are waited for, and held while the command runs', async () => {
    const directory = await scratch();
    const lockFile = join(directory, 'lock');
    execFileSync('mkfifo', [join(directory, 'go')]);
    const states: string[] = [];
    let second: ReturnType<typeof run> | undefined;
    await run('read -r _ < go; echo first >> order', {
      directory,
      lockFile,
      onLock: () => {
        second = run('echo second >> order', {
          directory,
          lockFile,
          onLock: state => {
            states.push(state);
            if (state === 'waiting') void writeFile(join(directory, 'go'), 'go\n');
          }
        });
      }
    });
    await second;
    expect(states).toEqual(['waiting', 'held']);
    expect(await readFile(join(directory, 'order'), 'utf8')).toBe('first\nsecond\n');
  });

  test('of a directory are shared while the command runs', async () => {
    const heldDirectory = await scratch();
    const take = `import fcntl, os, sys
lock = os.open(sys.argv[1], os.O_RDONLY)
for kind in (fcntl.LOCK_SH, fcntl.LOCK_EX):
    try:
        fcntl.flock(lock, kind | fcntl.LOCK_NB)
        print("taken")
    except BlockingIOError:
        print("refused")`;
    const { output } = await run('', {
      heldDirectory,
      command: [PYTHON, '-c', take, heldDirectory]
    });
    expect(output).toEqual(['taken', 'refused']);
  });
});
