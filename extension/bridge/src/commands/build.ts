import { randomUUID } from 'node:crypto';
import type { BuildOutcome } from '@jupyterlab-maturin/protocol';
import type { Command } from 'commander';
import { runBuild } from '../build/runBuild.js';
import { findInterpreter, ownEnvironment } from './interpreter.js';
import { jsonReporter, terminalReporter } from './report.js';

interface BuildOptions {
  profile: string;
  features: string[];
  defaultFeatures: boolean;
  force: boolean;
  install: boolean;
  python?: string;
  json: boolean;
}

/** Ctrl-C, as shells count it. */
const INTERRUPTED = 130;

/** `build CRATE`: the core of a build extension cell from a terminal. */
export function addBuild(program: Command): void {
  program
    .command('build')
    .description(
      'build a crate into a new generation, as a build extension cell does'
    )
    .argument(
      '[crate]',
      'a directory or a manifest; without it, the crate around or below this directory'
    )
    .option('--profile <name>', 'the Cargo profile', 'release')
    .option(
      '--features <names>',
      'features, with commas between them',
      splitFeatures,
      []
    )
    .option('--no-default-features', 'leave the default features out')
    .option('--force', 'make a new generation even if nothing changed', false)
    .option('--install', 'also run `maturin develop`', false)
    .option('--python <path>', 'the Python to build for')
    .option('--json', 'print one event a line', false)
    .action(async (crate: string | undefined, options: BuildOptions) => {
      process.exitCode = exitCodeOf(await buildCrate(crate, options));
    });
}

async function buildCrate(
  crate: string | undefined,
  options: BuildOptions
): Promise<BuildOutcome> {
  const { profile, features, defaultFeatures, force, install, python, json } =
    options;
  const { interpreter, tag } = await findInterpreter(python);
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => controller.abort());
  }
  const report = json
    ? jsonReporter(process.stdout)
    : terminalReporter(process.stdout, process.stderr);
  return await runBuild(
    {
      id: randomUUID(),
      crate: crate ?? null,
      cwd: process.cwd(),
      notebook: null,
      interpreter,
      tag,
      profile,
      features,
      defaultFeatures,
      force,
      install,
      environment: ownEnvironment()
    },
    report,
    controller.signal
  );
}

function splitFeatures(value: string, before: string[]): string[] {
  return [...before, ...value.split(/[\s,]+/).filter(Boolean)];
}

function exitCodeOf({ status }: BuildOutcome): number {
  return status === 'built' ? 0 : status === 'cancelled' ? INTERRUPTED : 1;
}
