import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, test } from 'vitest';

import { FAILURES, SetUpError, explain, recognise } from '../failures.mjs';
import { CommandError } from '../run.mjs';

/** What tools wrote when they were made to fail, in files called `<name of the row>.<tool>.txt`. */
const CAPTURED = path.join(import.meta.dirname, 'captured');
const captured = readdirSync(CAPTURED)
  .sort()
  .map(file => ({
    row: file.split('.')[0].replaceAll('-', ' '),
    tool: file.split('.')[1].replaceAll('-', ' '),
    output: readFileSync(path.join(CAPTURED, file), 'utf8')
  }));

describe('a failure that has nothing to do with the project', () => {
  test.each(captured)('$row: as $tool words it', ({ row, output }) => {
    expect(recognise(output)?.name).toBe(row);
  });

  test.each(FAILURES)('$name was captured from a tool', ({ name }) => {
    expect(captured.map(({ row }) => row)).toContain(name);
  });

  test.each(captured)('$row: $tool’s line about it is shown', ({ row, output }) => {
    const { pattern } = FAILURES.find(({ name }) => name === row);
    const { lines } = explain('trying', new CommandError('it ended with 1', 1, output));
    expect(lines.some(line => pattern.test(line))).toBe(true);
    expect(lines.length).toBeLessThanOrEqual(8);
  });

  test('says what was being done, what was found and what to do', () => {
    const { output } = captured.find(({ row, tool }) => row === 'no network' && tool === 'uv');
    const { sentence } = explain('making .venv', new CommandError('uv ended with 2', 2, output));
    expect(sentence).toBe(
      'Making .venv: the network cannot be reached. Check the connection, and HTTPS_PROXY if you need a proxy, ' +
        `then run \`npm ${process.env.npm_lifecycle_event ?? 'start'}\` again.`
    );
  });

  test('is recognised in an error of Node itself', () => {
    const error = new Error("EROFS: read-only file system, mkdir '/project/.cache'");
    expect(explain('writing into /project', error).sentence).toContain('cannot be written');
  });

  test('is told without the attempts that a tool repeats', () => {
    const { output } = captured.find(({ row, tool }) => row === 'no network' && tool === 'pip');
    const { lines } = explain('making .venv', new CommandError('pip ended with 1', 1, output));
    expect(lines.filter(line => line.includes('Retrying'))).toHaveLength(1);
  });
});

describe('any other failure', () => {
  test('shows what the tool wrote last, and how it ended', () => {
    const output = Array.from({ length: 100 }, (_, line) => `src/${'x'.repeat(line)}.ts is wrong`);
    const error = new CommandError('`npm run build` ended with 2', 2, output.join('\n'));
    const { lines, sentence } = explain('building the bridge', error);
    expect(lines.at(-1)).toBe(output.at(-1));
    expect(lines).toHaveLength(60);
    expect(sentence).toBe('Building the bridge: `npm run build` ended with 2.');
  });

  test('keeps a message that was written for the user', () => {
    const error = new SetUpError('Looking for Python 3.11 or newer: python3 is 3.8.');
    expect(explain('making .venv', error)).toEqual({ lines: [], sentence: error.message });
  });
});
