import { spawn } from 'node:child_process';
import path from 'node:path';

import { expect, test } from 'vitest';

import { BIN, environment } from '../places.mjs';
import { run } from '../run.mjs';

test('.venv’s node is Node itself, so that signals reach it', async () => {
  const child = spawn(path.join(BIN, 'node'), ['-p', 'process.pid']);
  const pid = await new Promise(resolve => child.stdout.on('data', resolve));
  expect(Number(pid)).toBe(child.pid);
});

test.each(['npm', 'npx'])('.venv’s %s runs with .venv’s node', async tool => {
  const env = environment();
  const version = await run('node', ['--version'], { env });
  expect(await run(path.join(BIN, tool), ['--version'], { env })).toMatch(/^\d+\.\d+/);
  expect(version).toMatch(/^v24\./);
});
