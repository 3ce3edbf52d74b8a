import type { Command } from 'commander';

import { buildTask } from '../tasks/kinds.js';
import { buildReporter } from './terminal/buildReport.js';
import { requestFromHere, runTask } from './terminal/runTask.js';

interface Options {
  profile: string;
  features: string[];
  defaultFeatures: boolean;
  force: boolean;
  install: boolean;
  python?: string;
  json: boolean;
}

/** `build [CRATE]`: what a build extension cell does, without loading the module. */
export function addBuild(program: Command): void {
  program
    .command('build')
    .description('build a crate into a new generation, as a build extension cell does')
    .argument(
      '[crate]',
      'a directory, a Cargo.toml or the path of an exercise; without it, the crate that holds this directory, or the only one below it'
    )
    .option('--profile <name>', 'the Cargo profile', 'release')
    .option('--features <names>', 'features to enable, separated by commas', addFeatures, [])
    .option('--no-default-features', 'do not enable the default features')
    .option('--force', 'make a new generation even if nothing changed', false)
    .option('--install', 'also install the crate with `maturin develop`', false)
    .option('--python <path>', 'the Python to build for')
    .option('--json', 'print every event as a line of JSON', false)
    .action(async (crate: string | undefined, { python, json, ...options }: Options) => {
      const request = { ...(await requestFromHere(python)), crate: crate ?? null, ...options };
      await runTask(buildTask, request, json, buildReporter);
    });
}

/** The option may be given several times, and each time name several features. */
function addFeatures(value: string, before: string[]): string[] {
  return [...before, ...value.split(/[\s,]+/).filter(Boolean)];
}
