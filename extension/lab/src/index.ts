import type { JupyterFrontEndPlugin } from '@jupyterlab/application';
import { buildOutput } from './build-output/index.js';
import { insertCell } from './insert-cell/index.js';
import { openCrate } from './open-crate/index.js';
import { openNotebook } from './open-notebook/index.js';
import { openSource } from './open-source/index.js';
import { verifyOutput } from './verify-output/index.js';

const plugins: JupyterFrontEndPlugin<unknown>[] = [
  openSource,
  buildOutput,
  verifyOutput,
  insertCell,
  openCrate,
  openNotebook
];

export default plugins;
