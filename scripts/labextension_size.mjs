// Prints what the built labextension weighs, gzipped, and fails when a page would have to load too much of it.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';

const MOST = 100 * 1024;
const built = new URL('../extension/kernel/jupyterlab_maturin/labextension/', import.meta.url)
  .pathname;

const files = readdirSync(built, { recursive: true, withFileTypes: true })
  .filter(entry => entry.isFile())
  .map(entry => join(entry.parentPath, entry.name))
  .map(path => ({
    name: relative(built, path),
    bytes: gzipSync(readFileSync(path), { level: 9 }).length
  }))
  .sort((a, b) => b.bytes - a.bytes);
const total = files.reduce((sum, { bytes }) => sum + bytes, 0);

for (const { name, bytes } of files) {
  console.log(`${kib(bytes)}  ${name}`);
}
console.log(`${kib(total)}  in all, gzipped (at most ${MOST / 1024} KiB)`);
if (files.length === 0 || total > MOST) {
  console.error(
    files.length === 0
      ? `Weighing the labextension: ${built} is empty. Build it first: npm run build -w jupyterlab-maturin.`
      : 'The labextension is too heavy: look for a dependency that JupyterLab does not share.'
  );
  process.exitCode = 1;
}

function kib(bytes) {
  return `${(bytes / 1024).toFixed(1).padStart(7)} KiB`;
}
