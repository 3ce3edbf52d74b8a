import { join } from 'node:path';
import type { BuildEvent, BuildRequest } from '@jupyterlab-maturin/protocol';
import { LogTail } from '../../process/logTail.js';
import { runCommand } from '../../process/run.js';
import { BuildFailure } from '../failure.js';
import { isBar } from '../messages/progress.js';
import { plainText } from '../messages/text.js';
import type { Plan } from '../plan/plan.js';
import { developCommand, developEnvironment } from './maturin.js';

/**
 * Run `maturin develop`, so that the module is also found by processes that know nothing of generations.
 *
 * @throws BuildFailure (`tool`) when the environment does not take it; the generation stays
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
  const log = new LogTail();
  const ending = await runCommand(
    {
      interpreter: request.interpreter,
      lockFile: join(plan.home, 'lock'),
      privateDirectory: directory,
      command: await developCommand(plan, request),
      directory: plan.source.directory,
      environment: await developEnvironment(plan, request),
      onOutput: line => {
        const text = plainText(line);
        if (!isBar(text)) {
          log.add(text);
          onEvent({ kind: 'log', text: `${text}\n` });
        }
      }
    },
    signal
  );
  if (ending.how !== 'exit' || ending.code !== 0) {
    const said = String(log);
    const cause = said
      .match(/Caused by: .*/g)
      ?.at(-1)
      ?.slice('Caused by: '.length);
    const reason = cause ?? said.trim().split('\n').at(-1) ?? '';
    throw new BuildFailure(
      'tool',
      `${plan.crate} was built, but \`maturin develop\` could not install it for ${request.interpreter}: ${reason.replace(/[.:]$/, '')}.`
    );
  }
}
