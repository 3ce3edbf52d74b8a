import type { Diagnostic } from '@jupyterlab-maturin/protocol';

import { notTested, type Attempt, type AttemptOutcome, type AttemptTools } from '../attempt.js';
import { runPytest } from './runPytest.js';

/** Tests a Python file, which nothing has to be built for. */
export async function testPython(attempt: Attempt, tools: AttemptTools): Promise<AttemptOutcome> {
  const tested = await runPytest(attempt, attempt.directory, null, tools);
  return { ...tested, diagnostics: [], buildSeconds: 0 };
}

/** Builds a crate as a build cell does, and tests what was built. */
export async function testExtension(
  attempt: Attempt,
  tools: AttemptTools
): Promise<AttemptOutcome> {
  const diagnostics: Diagnostic[] = [];
  const { id, directory, interpreter, tag, environment } = attempt;
  const build = await tools.build(
    {
      id,
      crate: directory,
      cwd: directory,
      notebook: null,
      interpreter,
      tag,
      profile: 'release',
      features: [],
      defaultFeatures: true,
      force: false,
      install: false,
      environment
    },
    event => {
      if (event.kind === 'diagnostic') diagnostics.push(event.diagnostic);
      tools.onEvent({ kind: 'build', event });
    },
    tools.signal
  );
  const built = { diagnostics, buildSeconds: build.seconds };
  if (build.status === 'cancelled') throw tools.signal.reason;
  if (build.status === 'failed') return notTested(build.error.kind, build.error.message, built);
  return { ...(await runPytest(attempt, build.directory, build.directory, tools)), ...built };
}
