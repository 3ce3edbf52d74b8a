/** Writes what happened as a page of Markdown. */
import { homedir } from 'node:os';
import { stripVTControlCharacters } from 'node:util';

import { visibleLine } from '@jupyterlab-maturin/protocol';

import { ROOT } from '../setup/places.mjs';

/** Characters of an answer that a row shows. */
const SHOWN = 260;

/** @returns {string} the page */
export function page(groups) {
  const rows = groups.flatMap(group => group.rows);
  const bad = rows.filter(row => row.faults.length > 0).length;
  return [
    '# Bad input, and what happens',
    '',
    '`npm run report:bad-input` makes this page: it tries each input on the real command line or in a real kernel. An',
    'answer is a result or a sentence. What hangs, dies, shows a stack trace, prints what a terminal would obey, or',
    'touches a file outside would be named as a fault. [security.md](security.md) says what is behind it.',
    '',
    `${rows.length} inputs in ${groups.length} groups, ${bad === 0 ? 'none' : bad} with a fault.`,
    '',
    ...groups.flatMap(section)
  ].join('\n');
}

function section({ title, command, rows }) {
  return [
    `## ${title}`,
    '',
    `${rows.length} inputs (${command}), ${slowest(rows)}.`,
    '',
    '| input | what happens |',
    '| --- | --- |',
    ...rows.map(row => `| ${cell(row.input)} | ${cell(happened(row))} |`),
    ''
  ];
}

function slowest(rows) {
  return `the slowest answer after ${Math.max(...rows.map(row => row.said.seconds)).toFixed(1)} s`;
}

/** The sentence that tells what was wrong, or the first lines of a result. */
function happened({ said, faults }) {
  if (faults.length > 0) return `**${faults.join(', ')}**`;
  const text = stripVTControlCharacters(said.text)
    .replaceAll(ROOT, '…')
    .replaceAll(homedir(), '~')
    .trim();
  if (text === '') return 'nothing, as it should be';
  const error = /^(?:error|\w*Error): .*(?:\n(?! *$).*){0,2}/m.exec(text)?.[0];
  return (error ?? text).replace(/\s+/g, ' ').slice(0, SHOWN);
}

/** Text in a cell of a table is text: no Markdown, no HTML, and nothing that turns it round. */
function cell(text) {
  return visibleLine(text)
    .replace(/[\\<>*_[\]|~]/g, '\\$&')
    .replace(/\\</g, '&lt;')
    .replace(/\\>/g, '&gt;');
}
