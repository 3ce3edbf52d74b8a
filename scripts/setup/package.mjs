/** Installs the Python package so that edits count at once, and shows JupyterLab the built extension. */
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { KERNEL, VENV } from './places.mjs';
import { runTool } from './run.mjs';

export const LABEXTENSION = path.join(
  VENV,
  'share',
  'jupyter',
  'labextensions',
  'jupyterlab-maturin'
);

/** @param {{detail: (text: string) => void}} task */
export async function installPackage({ detail }) {
  // uv would write through the link of an earlier run, into the folder that the package is built from.
  rmSync(LABEXTENSION, { recursive: true, force: true });
  await runTool('uv', ['pip', 'install', '--no-deps', '--no-build-isolation', '-e', '.'], detail);
  // The package's own copy of the labextension would go stale at the next build; a link does not.
  rmSync(LABEXTENSION, { recursive: true, force: true });
  mkdirSync(path.dirname(LABEXTENSION), { recursive: true });
  symlinkSync(path.join(KERNEL, 'labextension'), LABEXTENSION);
  // The course works offline; JupyterLab's news would ask for the network, and about itself, on the first page.
  const config = path.join(VENV, 'etc', 'jupyter', 'labconfig');
  mkdirSync(config, { recursive: true });
  writeFileSync(
    path.join(config, 'page_config.json'),
    JSON.stringify({ disabledExtensions: { '@jupyterlab/apputils-extension:announcements': true } })
  );
}
