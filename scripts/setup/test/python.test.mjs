import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { findPython } from '../python.mjs';

let folder;
beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'python-'))));
afterEach(() => rmSync(folder, { recursive: true }));

/** An executable that answers as a Python would: its path, its version, whether that is new enough, whether it has venv. */
function python(name, version, isNew, isAble) {
  const file = path.join(folder, name);
  writeFileSync(file, `#!/bin/sh\necho "${file}|${version}|${isNew}|${isAble}"\n`);
  chmodSync(file, 0o755);
  return file;
}

const find = (environment = {}) => findPython({ PATH: folder, ...environment });

test('the first Python that is new enough and has venv is taken', async () => {
  python('python3', '3.9', 0, 1);
  python('python3.13', '3.13', 1, 0);
  const fitting = python('python3.12', '3.12', 1, 1);
  expect(await find()).toBe(fitting);
});

test('the variable PYTHON decides', async () => {
  python('python3', '3.12', 1, 1);
  const asked = python('mine', '3.14', 1, 1);
  expect(await find({ PYTHON: asked })).toBe(asked);
});

test('Pythons that are too old are named with their versions', async () => {
  python('python3', '3.10', 0, 1);
  python('python', '2.7', 0, 0);
  await expect(find()).rejects.toThrow(
    'Looking for Python 3.11 or newer: python3 is 3.10, python is 2.7. Install one'
  );
});

test('a Python without venv is told the package that brings it', async () => {
  python('python3', '3.11', 1, 0);
  await expect(find()).rejects.toThrow(/without its modules venv .* apt install python3\.11-venv/);
});

test('no Python at all is told, too', async () => {
  await expect(find()).rejects.toThrow('none of python3,');
});
