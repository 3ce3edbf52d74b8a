/** Linters, formatters and type checkers: each tool is one test. */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

import { BIN, ROOT } from '../../setup/places.mjs';
import { count } from '../result.mjs';
import { npmTool } from './npm-tool.mjs';

const tool = (name, ...args) => [path.join(BIN, name), ...args];

/** How many tools run at a time: most of them use one processor. */
const AT_A_TIME = 2;

/** The slow ones first. */
const tools = all => [
  // Rules that know types look at more than one file, and the cache at one: `--all` does without it.
  npmTool('eslint', ...(all ? [] : ['--cache', '--cache-location', '.cache/eslint/']), '.'),
  tool('mypy'),
  npmTool('prettier', '--check', '--log-level', 'warn', '.'),
  npmTool('tsc', '-p', 'extension/bridge/test'),
  npmTool('tsc', '-p', 'extension/lab/test'),
  npmTool('tsc', '-p', 'ui-tests'),
  tool('node', 'scripts/generate_protocol.mjs', '--check'),
  ...importRules(),
  tool('node', 'scripts/labextension_size.mjs'),
  tool('ruff', 'check', '.'),
  tool('ruff', 'format', '--check', '.'),
  ['cargo', 'fmt', '--all', '--check', '--manifest-path', 'exercises/Cargo.toml']
];

/** What may import what, in TypeScript and in Python. */
function importRules() {
  const rules = [];
  if (readdirSync(ROOT).some(name => name.startsWith('.dependency-cruiser.'))) {
    rules.push(npmTool('depcruise', 'extension'));
  }
  if (/^\[tool\.importlinter\]$/m.test(readFileSync(path.join(ROOT, 'pyproject.toml'), 'utf8'))) {
    rules.push(tool('lint-imports', '--cache-dir', '.cache/import-linter'));
  }
  return rules;
}

/** @param {import('../stage.mjs').Stage} stage */
export async function lint(stage) {
  const waiting = tools(stage.all);
  const total = waiting.length;
  const tests = [];
  const worker = async () => {
    for (let command = waiting.shift(); command; command = waiting.shift()) {
      const { output, error } = await stage.command(command);
      const name = [path.basename(command[0]), ...command.slice(1)].join(' ');
      tests.push({ name, outcome: error ? 'failed' : 'passed', text: output });
      stage.progress(`${tests.length}/${total} tools`);
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, worker));
  return count(tests, { name: 'lint' });
}
