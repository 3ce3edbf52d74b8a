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
import { lockOf } from '../plan/home.js';
import type { Plan } from '../plan/plan.js';
import type { Stopwatch } from '../stopwatch.js';
import type { CargoCall } from './cargoCall.js';
import { writeCargoScript } from './cargoScript.js';
import { buildCommand } from './maturinCommands.js';

/** Directories for libraries that a build may name. */
const MOST_PATHS = 1000;

/** One run of `maturin build`. */
export interface WheelRun {
  request: BuildRequest;
  plan: Plan;
  /** The build's private directory: for the cargo script, and for the wheel. */
  directory: string;
  diagnostics: Diagnostics;
  /** Gets the directories in which build scripts had the linker look for libraries. */
  linkedPaths: Set<string>;
  /** Gets to know how maturin calls cargo. */
  cargoCall: CargoCall;
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
  const { request, plan, directory, diagnostics, linkedPaths, cargoCall, onEvent, signal, watch } =
    run;
  const out = join(directory, 'out');
  const [script] = await Promise.all([
    writeCargoScript(directory, plan.tools.cargo, plan.environment['CARGO'], plan),
    mkdir(out)
  ]);
  const output = new TextOutput(onEvent);
  const ending = await runCommand(
    {
      interpreter: request.interpreter,
      lockFile: lockOf(plan.home),
      privateDirectory: directory,
      command: buildCommand(plan, request, out),
      directory: plan.source.directory,
      environment: { ...plan.environment, CARGO: script },
      onOutput: line => output.add(line),
      onLock: state => onLock(state, run, watch),
      onMessage: line => {
        if (cargoCall.accept(line)) return;
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
  if (ending.how === 'unlocked') throw lockFailure(plan, ending.error);
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

/** Says why a build could not get the lock of its target directory. */
export function lockFailure(plan: Plan, reason: string): BuildFailure {
  const lock = lockOf(plan.home);
  return new BuildFailure(
    'tool',
    `Building ${plan.crate} needs the lock ${lock}, which could not be taken (${reason}): remove that file, or set CARGO_TARGET_DIR to a folder of your own, and build again.`
  );
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
