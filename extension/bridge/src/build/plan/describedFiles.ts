import { dirname, resolve } from 'node:path';
import type { CargoPackage } from '@jupyterlab-maturin/protocol';
import { kindOfFile } from '../../foreign/readFile.js';
import { BuildFailure } from '../buildFailure.js';
import type { CrateSource } from '../crate/source.js';
import { stringAt } from '../crate/toml.js';

/**
 * Refuses a readme or a licence that is no file. maturin puts both into the wheel's description, and would read a device
 * or a named pipe for ever.
 *
 * @throws BuildFailure (`crate`) that names the setting and what is there
 */
export function refuseEndlessDescription(found: CargoPackage, { pyproject }: CrateSource): void {
  const project = pyproject?.table ?? null;
  const named: [setting: string, manifest: string, file: string | null | undefined][] = [
    ['readme', found.manifest_path, found.readme],
    ['license-file', found.manifest_path, found.license_file]
  ];
  if (pyproject) {
    named.push(
      ['readme', pyproject.file, stringAt(project, 'project', 'readme')],
      ['readme.file', pyproject.file, stringAt(project, 'project', 'readme', 'file')],
      ['license.file', pyproject.file, stringAt(project, 'project', 'license', 'file')]
    );
  }
  for (const [setting, manifest, file] of named) {
    if (typeof file !== 'string') continue;
    const kind = kindOfFile(resolve(dirname(manifest), file));
    if (kind === null) continue;
    throw new BuildFailure(
      'crate',
      `\`${setting}\` in ${manifest} names ${file}, which is ${kind}: name a file, or remove the setting.`
    );
  }
}
