import type { Command } from 'commander';
import { buildCrate } from './buildCrate.js';

/** What the command line said. */
export interface BuildOptions {
  profile: string;
  features: string[];
  defaultFeatures: boolean;
  force: boolean;
  install: boolean;
  python?: string;
  json: boolean;
}

/** `build CRATE`: the core of a build extension cell from a terminal. */
export function addBuild(program: Command): void {
  program
    .command('build')
    .description('build a crate into a new generation, as a build extension cell does')
    .argument(
      '[crate]',
      'a directory or a manifest; without it, the crate around or below this directory'
    )
    .option('--profile <name>', 'the Cargo profile', 'release')
    .option('--features <names>', 'features, with commas between them', splitFeatures, [])
    .option('--no-default-features', 'leave the default features out')
    .option('--force', 'make a new generation even if nothing changed', false)
    .option('--install', 'also run `maturin develop`', false)
    .option('--python <path>', 'the Python to build for')
    .option('--json', 'print one event a line', false)
    .action(async (crate: string | undefined, options: BuildOptions) => {
      process.exitCode = await buildCrate(crate, options);
    });
}

function splitFeatures(value: string, before: string[]): string[] {
  return [...before, ...value.split(/[\s,]+/).filter(Boolean)];
}
