import { readFile, readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BuildRequest } from '@jupyterlab-maturin/protocol';
import type { Plan } from '../plan/plan.js';

/** cargo's call as maturin made it: enough to make it again. */
export interface CargoCall {
  arguments: string[];
  directory: string;
  environment: Record<string, string>;
}

/** What the CARGO script wrote down, or `null` when maturin called `cargo rustc` any other number of times than once. */
export async function readRecord(directory: string): Promise<CargoCall | null> {
  const record = join(directory, 'record');
  const names = await readdir(record);
  const calls = names.filter(name => name.endsWith('.status'));
  if (calls.length !== 1) {
    return null;
  }
  const call = join(record, calls[0]!.replace(/\.status$/, ''));
  const [words, where, variables] = await Promise.all(
    ['arguments', 'directory', 'environment'].map(part => readFile(`${call}.${part}`, 'utf8'))
  );
  return {
    arguments: words!.split('\0').slice(0, -1),
    directory: where!.replace(/\n$/, ''),
    environment: Object.fromEntries(
      variables!
        .split('\0')
        .filter(Boolean)
        .map(entry => {
          const at = entry.indexOf('=');
          return [entry.slice(0, at), entry.slice(at + 1)];
        })
    )
  };
}

/**
 * Keep the call beside the module's generations, as `plan.json`.
 *
 * Only its owner may read it: an environment holds secrets.
 */
export async function keepRecord(
  directory: string,
  call: CargoCall,
  plan: Plan,
  request: BuildRequest
): Promise<void> {
  const recorded = {
    version: 1,
    cargo: plan.tools.cargo,
    call,
    manifest: plan.source.manifest,
    interpreter: request.interpreter,
    maturin: plan.tools.maturinVersion,
    profile: request.profile,
    features: request.features,
    defaultFeatures: request.defaultFeatures
  };
  const file = join(directory, 'plan.json');
  const beside = `${file}.${process.pid}.${request.id.replace(/\W/g, '')}`;
  await writeFile(beside, JSON.stringify(recorded), { mode: 0o600 });
  await rename(beside, file);
}
