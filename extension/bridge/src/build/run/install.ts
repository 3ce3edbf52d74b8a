import type { BuildEvent, BuildRequest } from '@jupyterlab-maturin/protocol';
import { runCommand } from '../../process/run.js';
import { BuildFailure } from '../buildFailure.js';
import { TextOutput } from '../messages/textOutput.js';
import { lockOf } from '../plan/home.js';
import type { Plan } from '../plan/plan.js';
import { lockFailure } from './makeWheel.js';
import { developCommand, developEnvironment } from './maturinCommands.js';

/**
 * Runs `maturin develop`, so that every process of this Python finds the module, also without a generation.
 *
 * @throws BuildFailure (`tool`) when the crate cannot be installed; the generation stays
 */
export async function install(run: {
  request: BuildRequest;
  plan: Plan;
  /** The build's private directory. */
  directory: string;
  onEvent: (event: BuildEvent) => void;
  signal: AbortSignal;
}): Promise<void> {
  const { request, plan, directory, onEvent, signal } = run;
  // The bar was complete when the wheel was made; only the log goes on.
  const output = new TextOutput(event => event.kind === 'log' && onEvent(event));
  const ending = await runCommand(
    {
      interpreter: request.interpreter,
      lockFile: lockOf(plan.home),
      privateDirectory: directory,
      command: await developCommand(plan, request),
      directory: plan.source.directory,
      environment: await developEnvironment(plan, request),
      onOutput: line => output.add(line)
    },
    signal
  ).finally(() => output.flush());
  if (ending.how === 'unlocked') throw lockFailure(plan, ending.error);
  if (ending.how !== 'exit' || ending.code !== 0) {
    const log = output.logTail;
    const cause = log
      .match(/Caused by: .*/g)
      ?.at(-1)
      ?.slice('Caused by: '.length);
    const reason = cause ?? log.trim().split('\n').at(-1) ?? '';
    throw new BuildFailure(
      'tool',
      `${plan.crate} was built, but \`maturin develop\` could not install it for ${request.interpreter}: ${reason.replace(/[.:]$/, '')}; mend that, or build without --install.`
    );
  }
}
