import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterEach, beforeEach, expect, it } from 'vitest';

import { UnreadableFile, readForeignFile, readForeignText } from '../../src/foreign/readFile.js';

let folder: string;
const at = (name: string): string => path.join(folder, name);

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'foreign-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('reads a file, through a link too, and drops a byte order mark', () => {
  writeFileSync(at('file'), '\uFEFFtitle');
  symlinkSync(at('file'), at('link'));
  expect(readForeignText(at('link'))).toBe('title');
});

it.each([
  ['a named pipe', () => execFileSync('mkfifo', [at('file')])],
  ['a directory', () => mkdirSync(at('file'))],
  ['a device', () => symlinkSync('/dev/zero', at('file'))]
])('refuses %s at once', (kind, make) => {
  make();
  expect(() => readForeignText(at('file'))).toThrow(
    new UnreadableFile(at('file'), `is ${kind}`, null)
  );
});

it.each([
  ['ENOENT', 'does not exist', () => undefined],
  ['ELOOP', 'is a link that leads back to itself', () => symlinkSync('file', at('file'))]
])('says %s in words', (code, reason, make) => {
  make();
  const refused = (): unknown => readForeignText(at('file'));
  expect(refused).toThrow(expect.objectContaining({ code, reason }));
});

it('refuses what is larger than the limit, and reads what is exactly as large', () => {
  writeFileSync(at('file'), 'x'.repeat(8192));
  expect(readForeignFile(at('file'), 8192)).toHaveLength(8192);
  expect(() => readForeignFile(at('file'), 8191)).toThrow('is larger than 8191 bytes');
});

it('reads files that do not tell their size', () => {
  expect(readForeignText('/proc/self/status')).toContain('Name:');
  expect(() => readForeignFile('/proc/self/status', 10)).toThrow('is larger than 10 bytes');
});
