import { readFile, readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { RECORD_VERSION } from '@jupyterlab-maturin/protocol';
import type { BuildRequest, RecordedPlan } from '@jupyterlab-maturin/protocol';
import type { Plan } from '../plan/plan.js';

/** How maturin called cargo, in all that is needed to repeat it. */
type CargoCall = RecordedPlan['call'];

/**
 * Keeps the cargo call of a build as `plan.json` beside the module's generations. When maturin did not call `cargo rustc`
 * exactly once, nothing is written, and the file of an earlier build stays.
 *
 * @param directory the build's private directory, with what the cargo script recorded
 */
export async function keepCargoCall(
  directory: string,
  moduleDirectory: string,
  plan: Plan,
  request: BuildRequest
): Promise<void> {
  const call = await readCargoCall(join(directory, 'record'));
  if (call === null) {
    return;
  }
  const { profile, features, defaultFeatures, interpreter, id } = request;
  const recorded: RecordedPlan = {
    version: RECORD_VERSION,
    cargo: plan.tools.cargo,
    call,
    manifest: plan.source.manifest,
    interpreter,
    maturin: plan.tools.maturinVersion,
    profile,
    features,
    defaultFeatures
  };
  const file = join(moduleDirectory, 'plan.json');
  const beside = `${file}.${process.pid}.${id.replace(/\W/g, '')}`;
  // Only its owner may read it, because an environment can hold passwords.
  await writeFile(beside, JSON.stringify(recorded), { mode: 0o600 });
  await rename(beside, file);
}

async function readCargoCall(record: string): Promise<CargoCall | null> {
  const names = await readdir(record);
  const [status, ...more] = names.filter(name => name.endsWith('.status'));
  if (status === undefined || more.length > 0) {
    return null;
  }
  const read = (part: string): Promise<string> =>
    readFile(join(record, status.replace(/status$/, part)), 'utf8');
  const [words, directory, variables] = await Promise.all([
    read('arguments'),
    read('directory'),
    read('environment')
  ]);
  return {
    arguments: words.split('\0').slice(0, -1),
    directory: directory.replace(/\n$/, ''),
    environment: Object.fromEntries(
      variables
        .split('\0')
        .filter(Boolean)
        .map(entry => {
          const at = entry.indexOf('=');
          return [entry.slice(0, at), entry.slice(at + 1)];
        })
    )
  };
}
