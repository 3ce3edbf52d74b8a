import { existsSync } from 'node:fs';
import path from 'node:path';

import type { EnvironmentCheck } from '@jupyterlab-maturin/protocol';
import { execa } from 'execa';

import type { Attempt } from './attempt.js';

/** Something the course needs, how to ask for its version, and what to do when it is not there. */
interface Need {
  name: string;
  command: string[];
  least: [number, number];
  install: string;
}

const RUST =
  'Install Rust with rustup (https://rustup.rs), or bring it up to date with `rustup update`.';

/** Looks at what the course needs of the machine, each tool in a process of its own. */
export async function checkEnvironment(
  what: Pick<Attempt, 'interpreter' | 'environment' | 'directory'>
): Promise<EnvironmentCheck[]> {
  const beside = path.join(path.dirname(what.interpreter), 'maturin');
  const needs: Need[] = [
    {
      name: 'cargo',
      command: ['cargo', '--version'],
      least: [1, 85],
      install: RUST
    },
    {
      name: 'rustc',
      command: ['rustc', '--version'],
      least: [1, 85],
      install: RUST
    },
    {
      name: 'linker (cc)',
      command: ['cc', '--version'],
      least: [0, 0],
      install:
        'Install a C compiler, which Rust links with: `apt install gcc`, `dnf install gcc`, or `xcode-select --install` on macOS.'
    },
    {
      name: 'maturin',
      command: [existsSync(beside) ? beside : 'maturin', '--version'],
      least: [1, 9],
      install: 'Install maturin where this Python looks: `python -m pip install --upgrade maturin`.'
    },
    {
      name: 'python',
      command: [what.interpreter, '--version'],
      least: [3, 11],
      install: 'Install a Python that is new enough (https://python.org) and Jupyter into it.'
    },
    ...['pytest', 'pytest-reportlog'].map((name): Need => ({
      name,
      command: [
        what.interpreter,
        '-P',
        '-c',
        `import importlib.metadata as m; print(m.version(${JSON.stringify(name)}))`
      ],
      least: name === 'pytest' ? [8, 0] : [1, 0],
      install: `Install it where this Python looks: \`python -m pip install --upgrade ${name}\`.`
    }))
  ];
  return Promise.all(needs.map(need => check(need, what)));
}

async function check(
  need: Need,
  what: Pick<Attempt, 'environment' | 'directory'>
): Promise<EnvironmentCheck> {
  const [file = '', ...args] = need.command;
  const answer = await execa(file, args, {
    cwd: what.directory,
    env: what.environment,
    extendEnv: false,
    reject: false,
    stdin: 'ignore'
  });
  const [wantMajor, wantMinor] = need.least;
  const any = wantMajor === 0;
  const version = answer.failed ? null : (/(\d+)\.(\d+)(?:\.\d+)?/.exec(answer.stdout) ?? null);
  const found = version?.[0] ?? null;
  const major = Number(version?.[1] ?? -1);
  const minor = Number(version?.[2] ?? -1);
  const ok = any
    ? !answer.failed
    : major > wantMajor || (major === wantMajor && minor >= wantMinor);
  const needed = any ? 'any' : `${wantMajor}.${wantMinor} or newer`;
  const lack =
    found === null
      ? `${need.name} was not found.`
      : `${need.name} is ${found}, and ${needed} is needed.`;
  return {
    name: need.name,
    ok,
    found,
    needed,
    advice: ok ? null : `${lack} ${need.install}`
  };
}
