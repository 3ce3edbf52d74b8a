import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterEach, beforeEach, expect, it } from 'vitest';

import { isFolder, makeFolders, removeEmpty } from '../../src/foreign/folders.js';

let folder: string;
const at = (...names: string[]): string => path.join(folder, ...names);

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'foreign-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('makes what is missing, and takes back only that', () => {
  mkdirSync(at('there'));
  const made = makeFolders(at('there', 'a', 'b'));
  expect(made).toEqual([at('there', 'a'), at('there', 'a', 'b')]);
  expect(makeFolders(at('there', 'a', 'b'))).toEqual([]);
  removeEmpty(made);
  expect(existsSync(at('there'))).toBe(true);
  expect(existsSync(at('there', 'a'))).toBe(false);
});

// Node's own recursive mkdir goes round in a circle here for ever.
it.skipIf(process.platform !== 'linux')('gives up at once where nothing can be made', () => {
  for (const place of ['/proc/nowhere', '/proc/nowhere/a/b', '/proc/self/fd/course']) {
    expect(() => makeFolders(place)).toThrow(expect.objectContaining({ code: 'ENOENT' }));
  }
});

it('leaves none of its folders behind when it fails', () => {
  writeFileSync(at('file'), '');
  expect(() => makeFolders(at('file', 'a'))).toThrow();
  expect(() => makeFolders(at('new', 'x'.repeat(300)))).toThrow(
    expect.objectContaining({ code: 'ENAMETOOLONG' })
  );
  expect(existsSync(at('new'))).toBe(false);
});

it('takes links in a circle, and links to files, for no folder', () => {
  symlinkSync('circle', at('circle'));
  writeFileSync(at('file'), '');
  symlinkSync('file', at('link'));
  symlinkSync('.', at('here'));
  expect(['circle', 'circle/a', 'file/a', 'link', 'here'].map(name => isFolder(at(name)))).toEqual([
    false,
    false,
    false,
    false,
    true
  ]);
});
