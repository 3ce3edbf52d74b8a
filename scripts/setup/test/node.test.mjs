import { spawn } from 'node:child_process';
import path from 'node:path';

import { expect, test } from 'vitest';

import { BIN } from '../places.mjs';
import { run } from '../run.mjs';

test('.venv’s node is Node itself, so that signals reach it', async () => {
  const child = spawn(path.join(BIN, 'node'), ['-p', 'process.pid']);
  const pid = await new Promise(resolve => child.stdout.on('data', resolve));
  expect(Number(pid)).toBe(child.pid);
});

test('.venv’s npm runs with .venv’s node, whatever is on PATH', async () => {
  const { node } = JSON.parse(await run(path.join(BIN, 'npm'), ['version', '--json']));
  expect(`v${node}\n`).toBe(await run(path.join(BIN, 'node'), ['--version']));
});
