/** Ways to spoil a file that hold for every kind of file. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';

/** @type {Record<string, (file: string, text: string) => void>} each puts something else where the file was */
export const SPOILT = {
  'a named pipe': file => execFileSync('mkfifo', [file]),
  'a link to /dev/zero': file => symlinkSync('/dev/zero', file),
  'a link to itself': file => symlinkSync(file, file),
  'a link to nothing': file => symlinkSync('/nowhere/at/all', file),
  'a directory': file => mkdirSync(file),
  'a sparse gigabyte': file => {
    writeFileSync(file, '');
    truncateSync(file, 2 ** 30);
  },
  empty: file => writeFileSync(file, ''),
  'random bytes': file => writeFileSync(file, Buffer.from('fffe00d800ff7f1b5b324a', 'hex')),
  'cut in the middle': (file, text) =>
    writeFileSync(file, text.slice(0, Math.floor(text.length / 2))),
  'with a byte order mark': (file, text) => writeFileSync(file, `\uFEFF${text}`)
};

/** Puts something spoilt in a file's place. */
export function spoil(way, file, text) {
  rmSync(file, { recursive: true, force: true });
  SPOILT[way](file, text);
}
