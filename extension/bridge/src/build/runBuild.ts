import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BuildEvent, BuildOutcome, BuildRequest } from '@jupyterlab-maturin/protocol';
import { BuildFailure } from './failure.js';
import { keepWheel } from './generation/keep.js';
import { Diagnostics } from './messages/diagnostics.js';
import { rememberInterpreter } from './plan/notes.js';
import { makePlan } from './plan/plan.js';
import { canonicalInterpreter } from './plan/tools.js';
import { install } from './run/install.js';
import { keepCall, makeWheel } from './run/makeWheel.js';
import { Stopwatch } from './stopwatch.js';

/**
 * One build, from a request to a generation on disk: plan, lock, maturin, unpack, and install when asked to.
 *
 * @param onEvent sees every event in order, `finished` last
 * @param signal cancels: the answer comes when the build's whole process group is gone
 * @returns what became of it; bad input, missing tools and compile errors are answers and not exceptions
 */
export async function runBuild(
  request: BuildRequest,
  onEvent: (event: BuildEvent) => void,
  signal: AbortSignal
): Promise<BuildOutcome> {
  const watch = new Stopwatch();
  const diagnostics = new Diagnostics();
  let outcome: BuildOutcome;
  try {
    outcome = await build(request, onEvent, signal, watch, diagnostics);
  } catch (error) {
    outcome = signal.aborted
      ? { status: 'cancelled', seconds: watch.seconds }
      : {
          status: 'failed',
          error: failureOf(error, request),
          seconds: watch.seconds,
          counts: diagnostics.counts
        };
  }
  onEvent({ kind: 'finished', outcome });
  return outcome;
}

async function build(
  asked: BuildRequest,
  onEvent: (event: BuildEvent) => void,
  signal: AbortSignal,
  watch: Stopwatch,
  diagnostics: Diagnostics
): Promise<BuildOutcome> {
  const request = { ...asked, interpreter: await canonicalInterpreter(asked.interpreter) };
  const plan = await makePlan(request, signal);
  const { crate, source, root, target, notes } = plan;
  const { profile, features } = request;
  onEvent({
    kind: 'planned',
    crate,
    manifest: source.manifest,
    root,
    profile,
    features,
    target,
    notes
  });
  watch.finished('plan');
  const directory = await mkdtemp(join(tmpdir(), 'jupyterlab-maturin-'));
  try {
    const wheel = await makeWheel({
      request,
      plan,
      directory,
      diagnostics,
      onEvent,
      signal,
      watch
    });
    watch.finished('maturin');
    const kept = await keepWheel(wheel, plan, request);
    await Promise.all([
      keepCall(directory, kept.moduleDirectory, plan, request),
      rememberInterpreter(target, plan.profile, request.interpreter)
    ]);
    watch.finished('unpack');
    if (request.install) {
      await install({ request, plan, directory, onEvent, signal });
      watch.finished('install');
    }
    return {
      status: 'built',
      module: kept.module,
      generation: kept.number,
      directory: kept.directory,
      library: kept.library,
      changed: kept.changed,
      profile,
      features,
      seconds: watch.seconds,
      timings: watch.timings,
      counts: diagnostics.counts
    };
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

function failureOf(error: unknown, request: BuildRequest): Pick<BuildFailure, 'kind' | 'message'> {
  if (error instanceof BuildFailure) {
    return { kind: error.kind, message: error.message };
  }
  // A full disk, a directory that somebody made read-only meanwhile: the system's own words name the place.
  const said = error instanceof Error ? error.message : String(error);
  return {
    kind: 'tool',
    message: `The build of ${request.crate ?? request.cwd} stopped: ${said}.`
  };
}
