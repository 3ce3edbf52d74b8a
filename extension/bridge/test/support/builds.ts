import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import type {
  BuildEvent,
  BuildOutcome,
  BuildRequest,
  Built,
  BuildFailed
} from '@jupyterlab-maturin/protocol';
import { runBuild } from '../../src/build/runBuild.js';
import { PYTHON, TAG, TARGET } from './places.js';

/** The environment of a user who has set no variables of cargo. */
export function plainEnvironment(more: Record<string, string> = {}): Record<string, string> {
  const entries = Object.entries(process.env).filter(
    ([name, value]) =>
      value !== undefined &&
      !/^(?:CARGO_(?!HOME)|CARGO$|PYO3_|VIRTUAL_ENV|RUSTC|MATURIN)/.test(name)
  );
  return {
    ...(Object.fromEntries(entries) as Record<string, string>),
    CARGO_TARGET_DIR: TARGET,
    ...more
  };
}

/** A request like those of a kernel. */
export function request(crate: string | null, more: Partial<BuildRequest> = {}): BuildRequest {
  return {
    id: randomUUID(),
    crate,
    cwd: '/',
    notebook: null,
    interpreter: PYTHON,
    tag: TAG,
    profile: 'release',
    features: [],
    defaultFeatures: true,
    force: false,
    install: false,
    environment: plainEnvironment(),
    ...more
  };
}

/** Builds, and collects the events. */
export async function build(
  crate: string | null,
  more: Partial<BuildRequest> = {},
  signal = new AbortController().signal
): Promise<{ outcome: BuildOutcome; events: BuildEvent[] }> {
  const events: BuildEvent[] = [];
  const outcome = await runBuild(request(crate, more), event => events.push(event), signal);
  return { outcome, events };
}

/** Builds, and returns the outcome, which must be a success. */
export async function built(
  crate: string | null,
  more: Partial<BuildRequest> = {}
): Promise<Built> {
  const { outcome } = await build(crate, more);
  return asBuilt(outcome);
}

/** Builds, and returns the error of the outcome, which must be a failure. */
export async function failed(
  crate: string | null,
  more: Partial<BuildRequest> = {}
): Promise<BuildFailed['error']> {
  const { outcome } = await build(crate, more);
  if (outcome.status !== 'failed') {
    throw new Error(`expected a failure and got ${JSON.stringify(outcome)}`);
  }
  return outcome.error;
}

/** Returns the outcome, which must be a success. */
export function asBuilt(outcome: BuildOutcome): Built {
  if (outcome.status !== 'built') {
    throw new Error(`expected a build and got ${JSON.stringify(outcome)}`);
  }
  return outcome;
}

/** What Python prints for an expression, with the build's generation on `sys.path` and its module imported. */
export function evaluated({ directory, module }: Built, expression: string): string {
  const program = `import sys; sys.path.insert(0, ${JSON.stringify(directory)}); import ${module}; print(${expression})`;
  return execFileSync(PYTHON, ['-c', program], {
    encoding: 'utf8',
    cwd: '/'
  }).trim();
}
