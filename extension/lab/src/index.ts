import type { JupyterFrontEndPlugin } from '@jupyterlab/application';
import { build } from './build-output/index.js';
import { insertCell } from './insert-cell/index.js';
import { openCrate } from './open-crate/index.js';
import { openNotebook } from './open-notebook/index.js';
import { openSource } from './open-source/index.js';
import { lessonSource } from './source-output/index.js';
import { predictions } from './predict/index.js';
import { staleCells } from './stale-cells/index.js';
import { taskOutput } from './task-output/plugin.js';
import { verification } from './verify-output/index.js';

const plugins: JupyterFrontEndPlugin<unknown>[] = [
  openSource,
  staleCells,
  taskOutput(build),
  taskOutput(verification),
  taskOutput(lessonSource),
  predictions,
  insertCell,
  openCrate,
  openNotebook
];

export default plugins;
