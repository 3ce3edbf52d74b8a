import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, expect, test } from 'vitest';

const CHECK = path.join(import.meta.dirname, '..', 'node-version.js');

let folder;
beforeAll(() => (folder = mkdtempSync(path.join(tmpdir(), 'node-version-'))));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs a program under this Node, which says that it is of another version. */
function under(version) {
  const pretend = path.join(folder, `${version}.cjs`);
  writeFileSync(pretend, `Object.defineProperty(process, 'version', { value: '${version}' });`);
  const args = ['-r', pretend, '-r', CHECK, '-e', 'console.log("began")'];
  return spawnSync(process.execPath, args, { encoding: 'utf8' });
}

test.each(['v10.24.1', 'v12.22.12', 'v18.20.8', 'v20.18.3'])('%s is too old', version => {
  const { status, stdout, stderr } = under(version);
  expect(status).toBe(1);
  expect(stdout).toBe('');
  expect(stderr).toContain('Looking for Node 20.19 or newer');
  expect(stderr).toContain(version);
});

test.each(['v20.19.0', 'v22.1.0', 'v100.0.0'])('%s is new enough', version => {
  expect(under(version)).toMatchObject({ status: 0, stdout: 'began\n', stderr: '' });
});
