import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { BuildEvent, BuildRequest, Diagnostic } from '@jupyterlab-maturin/protocol';
import { BuildFailure } from '../failure.js';
import type { Diagnostics } from '../messages/diagnostics.js';
import { explainFailure } from '../messages/failure.js';
import { isBar, parseBlocking, parseProgress } from '../messages/progress.js';
import { plainText } from '../messages/text.js';
import type { Plan } from '../plan/plan.js';
import type { LockState } from '../../process/guard.js';
import { LogTail } from '../../process/logTail.js';
import { runCommand } from '../../process/run.js';
import type { Stopwatch } from '../stopwatch.js';
import { writeCargoScript } from './cargoScript.js';
import { buildCommand } from './maturin.js';
import { keepRecord, readRecord } from './record.js';

/** One run of `maturin build`. */
export interface WheelRun {
  request: BuildRequest;
  plan: Plan;
  /** A private directory for the script, the record and the wheel. */
  directory: string;
  diagnostics: Diagnostics;
  onEvent: (event: BuildEvent) => void;
  signal: AbortSignal;
  watch: Stopwatch;
}

/** One line of cargo's `--message-format json`; only the reason that carries diagnostics matters here. */
type CargoMessage = { reason: 'compiler-message'; message: Diagnostic } | { reason: 'other' };

/**
 * Run maturin under the target directory's lock and tell what happens.
 *
 * @returns the wheel's absolute path
 * @throws BuildFailure that says why there is none
 */
export async function makeWheel(run: WheelRun): Promise<string> {
  const { request, plan, directory, diagnostics, onEvent, signal, watch } = run;
  const out = join(directory, 'out');
  const [script] = await Promise.all([
    writeCargoScript(directory, plan.tools.cargo, plan.environment['CARGO'], plan),
    mkdir(out)
  ]);
  const log = new LogTail();
  let blocked = false;
  const ending = await runCommand(
    {
      interpreter: request.interpreter,
      lockFile: join(plan.home, 'lock'),
      privateDirectory: directory,
      command: buildCommand(plan, request, out),
      directory: plan.source.directory,
      environment: { ...plan.environment, CARGO: script },
      onOutput: line => {
        const text = plainText(line);
        const progress = parseProgress(text);
        const blocking = parseBlocking(text);
        if (blocking !== null) {
          blocked = true;
          onEvent({ kind: 'waiting', reason: `cargo is ${blocking}: another cargo uses it` });
        } else if (blocked) {
          blocked = false;
          onEvent({ kind: 'building' });
        }
        if (progress) {
          onEvent(progress);
        } else if (!isBar(text)) {
          log.add(text);
          onEvent({ kind: 'log', text: `${text}\n` });
        }
      },
      onLock: state => onLock(state, run, watch),
      onMessage: line => {
        const message = parseMessage(line);
        if (message?.reason === 'compiler-message') {
          const diagnostic = diagnostics.accept(message.message);
          if (diagnostic) {
            onEvent({ kind: 'diagnostic', diagnostic });
          }
        }
      }
    },
    signal
  );
  const { crate, source } = plan;
  if (ending.how === 'absent') log.add(`${plan.tools.maturin[0]}: ${ending.error}`);
  if (ending.how !== 'exit' || ending.code !== 0) {
    throw explainFailure({
      crate,
      manifest: source.manifest,
      interpreter: request.interpreter,
      diagnostics,
      log: String(log)
    });
  }
  const wheel = (await readdir(out)).find(name => name.endsWith('.whl'));
  if (wheel === undefined) {
    throw new BuildFailure(
      'build',
      `maturin ended well but made no wheel of ${crate}: the log tells more.`
    );
  }
  return join(out, wheel);
}

/** Keep cargo's call beside the module's generations, when there was exactly one. */
export async function keepCall(
  directory: string,
  moduleDirectory: string,
  plan: Plan,
  request: BuildRequest
): Promise<void> {
  const call = await readRecord(directory);
  if (call) {
    await keepRecord(moduleDirectory, call, plan, request);
  }
}

function onLock(lock: LockState, { plan, onEvent }: WheelRun, watch: Stopwatch): void {
  if (lock === 'waiting') {
    onEvent({
      kind: 'waiting',
      reason: `another build uses ${plan.target}; this one begins when it ends`
    });
  } else {
    watch.finished('lock');
    onEvent({ kind: 'building' });
  }
}

/** `null` for a line that is no message: what a build script or a wrapper printed in between. */
function parseMessage(line: string): CargoMessage | null {
  if (!line.startsWith('{')) {
    return null;
  }
  try {
    return JSON.parse(line) as CargoMessage;
  } catch {
    return null;
  }
}
