/**
 * `npm run report:bad-input` tries bad input on the real command line and in real kernels, and writes what happened into
 * docs/bad-input.md. With the names of groups it tries only these and writes nothing: `-- links disk`.
 * It fails when something hangs, dies, shows a stack trace, obeys foreign text, or touches what is not its own.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';

import { answer } from './bad_input/answer.mjs';
import { judge } from './bad_input/judge.mjs';
import { Kernel } from './bad_input/kernel.mjs';
import { Place } from './bad_input/place.mjs';
import { page } from './bad_input/report.mjs';
import { BIN, ROOT } from './setup/places.mjs';

const GROUPS = path.join(import.meta.dirname, 'bad_input/groups');
const ORDER = [
  'arguments',
  'magics',
  'exercises',
  'progress',
  'links',
  'course',
  'manifests',
  'builds',
  'disk',
  'page',
  'gil'
];
const REPORT = path.join(ROOT, 'docs/bad-input.md');
const COMMAND = path.join(BIN, 'jupyterlab-maturin');

const cli = (args, cwd, env) => answer([COMMAND, ...args], { cwd, env });
const shell = (line, cwd, env) => answer(['/bin/sh', '-c', line], { cwd, env });

/** Tries one input, and returns its row in the report. */
async function tried(group, one, place, kernel, env) {
  const said = await one.run({ place, cli, shell, kernel, env });
  const faults = judge(group.slow ? { ...said, foreign: said.seconds } : said, one);
  if (one.shows && !one.shows.test(said.text)) faults.push('does not say what it found');
  faults.push(...place.changesOutside());
  return {
    input: one.input,
    said: { ...said, text: said.text.replaceAll(place.folder, '…') },
    faults
  };
}

function printRow({ input, faults }) {
  const mark = faults.length === 0 ? '✓' : '✗';
  const lines = faults.map(fault => `\n      ${fault}`).join('');
  process.stdout.write(`  ${mark} ${input.slice(0, 100)}${lines}\n`);
}

/** Tries the inputs of one group. */
async function triedGroup(name) {
  const { default: group } = await import(path.join(GROUPS, `${name}.mjs`));
  if (group.tried) {
    const tested = await group.tried();
    tested.forEach(printRow);
    return { ...group, rows: tested };
  }
  const rows = [];
  const shared = group.command.includes('kernel') || group.prepare ? new Place() : null;
  const env = (await group.prepare?.(shared)) ?? {};
  let kernel = null;
  const freshKernel = async () => {
    kernel = new Kernel(shared.folder, env);
    await kernel.run('%load_ext jupyterlab_maturin');
    for (const cell of group.setUp ?? []) await kernel.run(cell);
  };
  try {
    for (const one of group.inputs) {
      const place = shared ?? new Place();
      if (shared && name !== 'disk' && kernel === null) await freshKernel();
      try {
        const row = await tried(group, one, place, kernel, env);
        rows.push(row);
        printRow(row);
        if (row.said.ended !== 0 && kernel) {
          await kernel.end();
          kernel = null;
        }
      } finally {
        if (!shared) place.remove();
      }
    }
  } finally {
    await kernel?.end();
    shared?.remove();
  }
  return { ...group, rows };
}

const asked = process.argv.slice(2);
const unknown = asked.filter(name => !ORDER.includes(name));
if (unknown.length > 0) {
  throw new Error(`No group is called ${unknown.join(', ')}. There are: ${ORDER.join(', ')}.`);
}
const names = ORDER.filter(name => asked.length === 0 || asked.includes(name));
const groups = [];
for (const name of names) {
  process.stdout.write(`${name}\n`);
  groups.push(await triedGroup(name));
}
const rows = groups.flatMap(group => group.rows);
const bad = rows.filter(row => row.faults.length > 0);
if (asked.length === 0) writeFileSync(REPORT, page(groups));
process.stdout.write(
  `\n${rows.length} bad inputs in ${groups.length} groups, ${bad.length} with a fault\n`
);
process.exitCode = bad.length > 0 ? 1 : 0;
