/** Build scripts from hell: an interrupt ends them with all that they started, and the bridge goes on. */
import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BuildEvent } from '@jupyterlab-maturin/protocol';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { manifest, write } from './support/crates.js';
import { build, plainEnvironment } from './support/builds.js';

let crate: string;

/** The crate's build script runs the shell script that a variable holds, so one compilation serves all tests. */
beforeAll(async () => {
  crate = await realpath(await mkdtemp(join(tmpdir(), 'bridge-test-')));
  await write(
    {
      'Cargo.toml': manifest('t_hell', ''),
      'src/lib.rs': '',
      'build.rs': `fn main() {
    println!("cargo::rerun-if-env-changed=HELL");
    let status = std::process::Command::new("bash").arg("-c").arg(std::env::var("HELL").unwrap()).status();
    std::process::exit(status.unwrap().code().unwrap_or(1));
}
`
    },
    crate
  );
});

afterAll(() => rm(crate, { recursive: true, force: true }));

async function buildWith(script: string, signal?: AbortSignal) {
  const environment = plainEnvironment({
    CARGO_TARGET_DIR: join(crate, 'target'),
    HELL: script,
    HERE: crate
  });
  return await build(crate, { environment }, signal);
}

/** Whoever is left of a script holds the lock of a file. */
const HOLD = 'exec 9>>"$HERE/held"; flock -s 9; ready() { echo up >"$HERE/ready"; };';

describe.runIf(process.platform === 'linux')('a build script that', () => {
  test.each([
    ['never ends', 'ready; sleep 600'],
    ['ignores SIGTERM', `trap '' TERM INT HUP; ready; while :; do sleep 600; done`],
    ['closes stdout and stderr', 'exec >&- 2>&-; ready; sleep 600'],
    ['leaves a daemon in a session of its own', '(setsid sleep 600 &) & ready; sleep 600'],
    ['floods stderr without a newline', 'ready; exec cat /dev/zero >&2'],
    [
      'prints what is not UTF-8 and NULs for ever',
      'ready; while printf "\\xff\\xfe\\0\\n" >&2; do :; done'
    ],
    [
      'forks until it is told to stop',
      'for i in {1..200}; do (setsid sleep 600 &) & [ $i = 20 ] && ready; done; sleep 600'
    ]
  ])('%s ends when the build is cancelled', async (_, script) => {
    execFileSync('mkfifo', ['-m', '600', join(crate, 'ready')]);
    const controller = new AbortController();
    const building = buildWith(HOLD + script, controller.signal);
    await readFile(join(crate, 'ready'));
    controller.abort();
    expect((await building).outcome.status).toBe('cancelled');
    execFileSync('flock', ['-n', join(crate, 'held'), 'rm', join(crate, 'ready')]);
  });

  test('leaves a daemon behind ends with the daemon, without an interrupt', async () => {
    const { outcome } = await buildWith(`${HOLD} (setsid sleep 600 >/dev/null 2>&1 &) & exit 3`);
    expect(outcome).toMatchObject({ status: 'failed', error: { kind: 'build' } });
    execFileSync('flock', ['-n', join(crate, 'held'), 'true']);
  });

  test('fails after much text has a log with the end of it', async () => {
    const script =
      'head -c 3000000 /dev/zero | tr "\\0" A >&2; echo >&2; seq 1 100000 >&2; echo last >&2; exit 1';
    const { outcome, events } = await buildWith(script);
    expect(outcome.status).toBe('failed');
    const log = events.flatMap((event: BuildEvent) => (event.kind === 'log' ? [event.text] : []));
    expect(log.join('')).toContain('last\n');
    expect(log.join('').length).toBeLessThan(2_000_000);
  });
});
