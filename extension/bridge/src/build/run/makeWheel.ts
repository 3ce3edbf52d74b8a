import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { BuildEvent, BuildRequest } from '@jupyterlab-maturin/protocol';
import type { LockState } from '../../process/guard.js';
import { runCommand } from '../../process/run.js';
import { BuildFailure } from '../buildFailure.js';
import { linkedPathsOf, readCargoMessage } from '../messages/cargoMessages.js';
import type { Diagnostics } from '../messages/diagnostics.js';
import { explainFailure } from '../messages/explainFailure.js';
import { TextOutput } from '../messages/textOutput.js';
import type { Plan } from '../plan/plan.js';
import type { Stopwatch } from '../stopwatch.js';
import { writeCargoScript } from './cargoScript.js';
import { buildCommand } from './maturinCommands.js';

/** Directories for libraries that a build may name. */
const MOST_PATHS = 1000;

/** One run of `maturin build`. */
export interface WheelRun {
  request: BuildRequest;
  plan: Plan;
  /** The build's private directory: for the cargo script, for what it records, and for the wheel. */
  directory: string;
  diagnostics: Diagnostics;
  /** Gets the directories in which build scripts had the linker look for libraries. */
  linkedPaths: Set<string>;
  onEvent: (event: BuildEvent) => void;
  signal: AbortSignal;
  watch: Stopwatch;
}

/**
 * Runs maturin under the target directory's lock.
 *
 * @returns the wheel's absolute path
 * @throws BuildFailure that says why there is none
 */
export async function makeWheel(run: WheelRun): Promise<string> {
  const { request, plan, directory, diagnostics, linkedPaths, onEvent, signal, watch } = run;
  const out = join(directory, 'out');
  const [script] = await Promise.all([
    writeCargoScript(directory, plan.tools.cargo, plan.environment['CARGO'], plan),
    mkdir(out)
  ]);
  const output = new TextOutput(onEvent);
  const ending = await runCommand(
    {
      interpreter: request.interpreter,
      lockFile: join(plan.home, 'lock'),
      privateDirectory: directory,
      command: buildCommand(plan, request, out),
      directory: plan.source.directory,
      environment: { ...plan.environment, CARGO: script },
      onOutput: line => output.add(line),
      onLock: state => onLock(state, run, watch),
      onMessage: line => {
        const message = readCargoMessage(line);
        if (message === null) output.add(line);
        const diagnostic =
          message?.reason === 'compiler-message' ? diagnostics.accept(message.message) : null;
        for (const path of linkedPathsOf(message)) {
          if (linkedPaths.size < MOST_PATHS) linkedPaths.add(path);
        }
        if (diagnostic) {
          onEvent({ kind: 'diagnostic', diagnostic });
        }
      }
    },
    signal
  ).finally(() => output.flush());
  const { crate, source } = plan;
  if (ending.how === 'absent') {
    output.add(`${plan.tools.maturin[0]}: ${ending.error}`);
    output.flush();
  }
  if (ending.how !== 'exit' || ending.code !== 0) {
    throw explainFailure({
      crate,
      manifest: source.manifest,
      interpreter: request.interpreter,
      target: plan.target,
      diagnostics,
      log: output.logTail
    });
  }
  output.succeeded();
  const wheel = (await readdir(out)).find(name => name.endsWith('.whl'));
  if (wheel === undefined) {
    throw new BuildFailure(
      'build',
      `maturin succeeded but made no wheel of ${crate}: see what it printed in the log.`
    );
  }
  return join(out, wheel);
}

function onLock(lock: LockState, { plan, onEvent }: WheelRun, watch: Stopwatch): void {
  if (lock === 'waiting') {
    onEvent({
      kind: 'waiting',
      reason: `another build uses ${plan.target}; this one starts when that has ended`
    });
  } else {
    watch.finished('lock');
    onEvent({ kind: 'building' });
  }
}
