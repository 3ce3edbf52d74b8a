/** Reads the files in which the runners say what became of their tests. */
import { existsSync, readFileSync } from 'node:fs';

/** @returns {any} `undefined` when the runner ended before it wrote one */
export function readJson(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

/** @returns {any[]} the objects of a file with one on each line; a last line that was cut off is left out */
export function readJsonLines(file) {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n').slice(0, -1);
  return lines.map(line => JSON.parse(line));
}
