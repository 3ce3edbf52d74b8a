import { rm } from 'node:fs/promises';
import type { BuildEvent, BuildOutcome, BuildRequest } from '@jupyterlab-maturin/protocol';
import { withoutServerVariables } from '../process/serverVariables.js';
import { BuildFailure } from './buildFailure.js';
import { makeGeneration } from './generation/makeGeneration.js';
import { Diagnostics } from './messages/diagnostics.js';
import { makePlan } from './plan/plan.js';
import { rememberInterpreter } from './plan/pyo3.js';
import { canonicalInterpreter } from './plan/tools.js';
import { CargoCall, keepCargoCall } from './run/cargoCall.js';
import { install } from './run/install.js';
import { makeWheel } from './run/makeWheel.js';
import { makePrivateDirectory, removeLeftBehind } from './run/privateDirectory.js';
import { tellable } from '../foreign/sentence.js';
import { systemSentence, unexpectedSentence } from '../faults/unexpected.js';
import { Stopwatch } from './stopwatch.js';

/**
 * Runs one build. The folders here are its steps: find the `crate`, `plan`, `run` maturin and read its `messages`, make
 * a `generation` of the wheel.
 *
 * @param onEvent is called with every event in order, `finished` last
 * @param signal cancels the build; this returns when its whole process group is gone
 * @returns how it ended; bad input, missing tools and compile errors are outcomes and not exceptions
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
  requested: BuildRequest,
  onEvent: (event: BuildEvent) => void,
  signal: AbortSignal,
  watch: Stopwatch,
  diagnostics: Diagnostics
): Promise<BuildOutcome> {
  const request = {
    ...requested,
    environment: withoutServerVariables(requested.environment),
    interpreter: await canonicalInterpreter(requested.interpreter)
  };
  const plan = await makePlan(request, signal);
  const { crate, source, root, target, module, distribution, notes } = plan;
  const { profile, features } = request;
  onEvent({
    kind: 'planned',
    crate,
    manifest: source.manifest,
    root,
    profile,
    features,
    target,
    module: module.split('.')[0]!,
    distribution,
    project: source.directory,
    notes
  });
  watch.finished('plan');
  await removeLeftBehind();
  const directory = await makePrivateDirectory();
  try {
    const linkedPaths = new Set<string>();
    const cargoCall = new CargoCall();
    const run = {
      request,
      plan,
      directory,
      diagnostics,
      linkedPaths,
      cargoCall,
      onEvent,
      signal,
      watch
    };
    const wheel = await makeWheel(run);
    watch.finished('maturin');
    const paths = [...linkedPaths];
    const generation = await makeGeneration(wheel, plan, request, paths, watch, signal);
    const { number, library, changed, note, moduleDirectory } = generation;
    if (note !== null) onEvent({ kind: 'note', text: note });
    await Promise.all([
      keepCargoCall(cargoCall, moduleDirectory, plan, request),
      rememberInterpreter(target, plan.profile, request.interpreter, plan.compiler)
    ]);
    watch.finished('unpack');
    if (request.install) {
      await install(run);
      watch.finished('install');
    }
    return {
      status: 'built',
      module: generation.module,
      generation: number,
      directory: generation.directory,
      library,
      changed,
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
  // For instance a full disk, or a directory that has become read-only.
  const reason = systemSentence(error);
  return {
    kind: 'tool',
    message:
      reason === null
        ? unexpectedSentence(error)
        : tellable(`The build of ${request.crate ?? request.cwd} stopped: ${reason}`)
  };
}
