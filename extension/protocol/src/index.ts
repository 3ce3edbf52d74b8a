/** Every message and file that the kernel, the bridge and JupyterLab exchange; `schemas/` says what is in them. */
export * from './constants.js';
export * from './faults.js';
export * from './generated/types.js';
export * from './visible.js';
