import { access } from 'node:fs/promises';
import { join } from 'node:path';
import type { BuildRequest } from '@jupyterlab-maturin/protocol';
import { execa } from 'execa';
import type { Plan } from '../plan/plan.js';
import { isAtLeast } from '../plan/tools.js';

/** `maturin build` for the request's interpreter, its wheel going to `out`. */
export function buildCommand(plan: Plan, request: BuildRequest, out: string): string[] {
  const { maturin, maturinVersion } = plan.tools;
  return [
    ...maturin,
    'build',
    '--interpreter',
    request.interpreter,
    '--auditwheel',
    'skip',
    '--out',
    out,
    // The wheel is unpacked at once: compressing it would cost more than everything else that we do.
    ...(isAtLeast(maturinVersion, '1.13') ? ['--compression-method', 'stored'] : []),
    ...sharedArguments(plan, request)
  ];
}

/** `maturin develop` into the request's environment: with pip, or with uv where the environment has no pip. */
export async function developCommand(plan: Plan, request: BuildRequest): Promise<string[]> {
  const uv = (await hasPip(request.interpreter)) ? [] : ['--uv'];
  return [...plan.tools.maturin, 'develop', ...uv, ...sharedArguments(plan, request)];
}

async function hasPip(interpreter: string): Promise<boolean> {
  const ask = 'import importlib.util, sys; sys.exit(importlib.util.find_spec("pip") is None)';
  const { failed } = await execa(interpreter, ['-I', '-c', ask], {
    reject: false,
    stdin: 'ignore'
  });
  return !failed;
}

/** `VIRTUAL_ENV` for `maturin develop`, which asks for nothing but an activated environment. */
export async function developEnvironment(
  plan: Plan,
  request: BuildRequest
): Promise<Record<string, string>> {
  const prefix = join(request.interpreter, '..', '..');
  const isVirtual = await access(join(prefix, 'pyvenv.cfg')).then(
    () => true,
    () => false
  );
  if (!isVirtual) {
    return plan.environment;
  }
  // maturin refuses to choose between the two.
  const environment: Record<string, string> = { ...plan.environment, VIRTUAL_ENV: prefix };
  delete environment['CONDA_PREFIX'];
  return environment;
}

function sharedArguments(plan: Plan, request: BuildRequest): string[] {
  return [
    '--profile',
    request.profile,
    ...(request.features.length ? ['--features', request.features.join(',')] : []),
    ...(request.defaultFeatures ? [] : ['--no-default-features']),
    ...(plan.source.named ? ['--manifest-path', plan.source.manifest] : [])
  ];
}
