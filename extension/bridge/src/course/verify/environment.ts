import { existsSync } from 'node:fs';
import path from 'node:path';

import type { EnvironmentCheck } from '@jupyterlab-maturin/protocol';
import { execa } from 'execa';

import type { Attempt } from './attempt.js';

/** A tool that the course needs. */
interface Need {
  name: string;
  /** Prints its version. */
  command: [string, ...string[]];
  /** Major and minor version; `null` when any will do. */
  least: [number, number] | null;
  /** What to do when it is missing or too old. */
  remedy: string;
}

const INSTALL_RUST =
  'Install Rust with rustup (https://rustup.rs), or bring it up to date with `rustup update`.';
const INSTALL_COMPILER =
  'Install a C compiler, which Rust links with: `apt install gcc`, `dnf install gcc`, or `xcode-select --install` on macOS.';
const INSTALL_MATURIN =
  'Install it into the environment of this Python: `python -m pip install --upgrade maturin`.';
const INSTALL_PYTHON =
  'Install a newer Python (https://python.org), and JupyterLab and jupyterlab-maturin into it.';
const INSTALL_PYTEST =
  'Install it into the environment of this Python: `pip install "jupyterlab-maturin[course]"`.';

/** Checks what the course needs of the machine, each tool in a process of its own. */
export async function checkEnvironment(
  attempt: Pick<Attempt, 'interpreter' | 'environment' | 'directory'>
): Promise<EnvironmentCheck[]> {
  const { interpreter } = attempt;
  const beside = path.join(path.dirname(interpreter), 'maturin');
  const maturin = existsSync(beside) ? beside : 'maturin';
  const distribution = (name: string): Need['command'] => [
    interpreter,
    '-P',
    '-c',
    `import importlib.metadata as m; print(m.version(${JSON.stringify(name)}))`
  ];
  const needs: Need[] = [
    { name: 'cargo', command: ['cargo', '--version'], least: [1, 85], remedy: INSTALL_RUST },
    { name: 'rustc', command: ['rustc', '--version'], least: [1, 85], remedy: INSTALL_RUST },
    { name: 'linker (cc)', command: ['cc', '--version'], least: null, remedy: INSTALL_COMPILER },
    { name: 'maturin', command: [maturin, '--version'], least: [1, 9], remedy: INSTALL_MATURIN },
    { name: 'python', command: [interpreter, '--version'], least: [3, 11], remedy: INSTALL_PYTHON },
    { name: 'pytest', command: distribution('pytest'), least: [8, 0], remedy: INSTALL_PYTEST },
    {
      name: 'pytest-reportlog',
      command: distribution('pytest-reportlog'),
      least: [1, 0],
      remedy: INSTALL_PYTEST
    }
  ];
  return Promise.all(needs.map(need => check(need, attempt)));
}

async function check(
  { name, command, least, remedy }: Need,
  { directory, environment }: Pick<Attempt, 'environment' | 'directory'>
): Promise<EnvironmentCheck> {
  const [program, ...args] = command;
  const { failed, stdout } = await execa(program, args, {
    cwd: directory,
    env: environment,
    extendEnv: false,
    reject: false,
    stdin: 'ignore'
  });
  const version = failed ? null : /(\d+)\.(\d+)(?:\.\d+)?/.exec(stdout);
  const found = version?.[0] ?? null;
  const ok = least === null ? !failed : version !== null && isAtLeast(version, least);
  const needed = least === null ? 'any' : `${least.join('.')} or newer`;
  const lack =
    found === null ? `${name} was not found.` : `${name} is ${found}, and ${needed} is needed.`;
  return { name, ok, found, needed, advice: ok ? null : `${lack} ${remedy}` };
}

function isAtLeast(version: RegExpExecArray, [leastMajor, leastMinor]: [number, number]): boolean {
  const [major, minor] = [Number(version[1]), Number(version[2])];
  return major > leastMajor || (major === leastMajor && minor >= leastMinor);
}
