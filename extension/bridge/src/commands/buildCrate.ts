import { randomUUID } from 'node:crypto';
import type { BuildOutcome } from '@jupyterlab-maturin/protocol';
import { runBuild } from '../build/runBuild.js';
import type { BuildOptions } from './build.js';
import { findInterpreter, ownEnvironment } from './interpreter.js';
import { jsonReporter, terminalReporter } from './report.js';

/** Ctrl-C, as shells count it. */
const INTERRUPTED = 130;

/** Build for a terminal; returns the exit code when nothing of the build runs any more. */
export async function buildCrate(
  crate: string | undefined,
  options: BuildOptions
): Promise<number> {
  const { profile, features, defaultFeatures, force, install, python, json } = options;
  const { interpreter, tag } = await findInterpreter(python);
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => controller.abort());
  }
  const report = json
    ? jsonReporter(process.stdout)
    : terminalReporter(process.stdout, process.stderr);
  const outcome = await runBuild(
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
  return exitCodeOf(outcome);
}

function exitCodeOf({ status }: BuildOutcome): number {
  return status === 'built' ? 0 : status === 'cancelled' ? INTERRUPTED : 1;
}
