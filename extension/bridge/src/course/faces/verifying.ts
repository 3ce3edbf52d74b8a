import type { TestResult, VerifyEvent, VerifyOutcome } from '@jupyterlab-maturin/protocol';

import { wrap } from './table.js';

/** What a report is printed on. */
export interface Paper {
  /** Columns. */
  width: number;
  /** Prints whole lines. */
  print: (line: string) => void;
  /** Shows a line that the next one replaces; does nothing where that is not possible. */
  show: (line: string) => void;
  /** Colours are wanted (never the only sign of anything). */
  colour: boolean;
}

/** Returns what prints a verification's events for a person, as they come. */
export function verifyReporter(paper: Paper): (event: VerifyEvent) => void {
  const paint = (code: number, text: string): string =>
    paper.colour ? `\x1b[${code}m${text}\x1b[0m` : text;
  const lines = (text: string, indent: string): void =>
    wrap(text, paper.width, indent).forEach(paper.print);
  return event => {
    switch (event.kind) {
      case 'planned':
        paper.print(`${event.exercise}  ${event.title}`);
        event.notes.forEach(note => lines(`note: ${note}`, '  '));
        return;
      case 'environment':
        for (const { name, ok, found, needed, advice } of event.checks) {
          paper.print(
            `  ${ok ? paint(32, '✓') : paint(31, '✗')} ${name.padEnd(16)} ${(found ?? 'missing').padEnd(10)} needed: ${needed}`
          );
          if (advice !== null) lines(advice, '      ');
        }
        return;
      case 'build': {
        const { event: inner } = event;
        if (inner.kind === 'waiting') paper.print(`  waiting: ${inner.reason}`);
        if (inner.kind === 'progress') {
          paper.show(`  building ${inner.done}/${inner.total}  ${inner.crate}`);
        }
        if (inner.kind === 'diagnostic') {
          const { rendered, level, message } = inner.diagnostic;
          const text = (rendered ?? `${level}: ${message}`).trimEnd();
          paper.print(paper.colour ? text : withoutColours(text));
        }
        return;
      }
      case 'testing':
        paper.show('  starting the tests');
        return;
      case 'started':
        paper.show(`  … ${event.test}`);
        return;
      case 'test':
        printTest(event.result, paper, paint, lines);
        return;
      case 'finished':
        printOutcome(event.outcome, paper, paint, lines);
        return;
    }
  };
}

type Paint = (code: number, text: string) => string;
type Lines = (text: string, indent: string) => void;

function printTest(
  { name, outcome, file, line, message, output }: TestResult,
  paper: Paper,
  paint: Paint,
  lines: Lines
): void {
  if (outcome === 'passed') paper.print(`  ${paint(32, '✓')} ${name}`);
  else if (outcome === 'skipped') paper.print(`  - ${name}  (skipped)`);
  else {
    const where = file === '' ? '' : `  ${file}${line === null ? '' : `:${line}`}`;
    paper.print(`  ${paint(31, '✗')} ${name}${where}`);
    if (message !== null) lines(message, '      ');
    if (output !== null) {
      paper.print('      it printed:');
      output
        .trimEnd()
        .split('\n')
        .slice(-8)
        .forEach(text => paper.print(`      | ${text}`));
    }
  }
}

function printOutcome(outcome: VerifyOutcome, paper: Paper, paint: Paint, lines: Lines): void {
  const { exercise, status, message, seconds, buildSeconds, hint } = outcome;
  const took = `${seconds.toFixed(1)} s, ${buildSeconds.toFixed(1)} s of it building`;
  paper.print('');
  if (status === 'verified') {
    paper.print(`${paint(32, '✓ verified')}  ${message} (${took})`);
    lines(outcome.next === null ? 'That was the last one.' : `Next: ${outcome.next}`, '');
  } else if (status === 'cancelled') {
    paper.print(`stopped after ${seconds.toFixed(1)} s; nothing was written down`);
  } else {
    lines(`${paint(31, '✗ not verified')}  ${message} (${took})`, '');
    if (hint !== null) {
      lines(`Hint ${hint.number} of ${hint.total}: jupyterlab-maturin hint ${exercise}`, '');
    }
    if (outcome.solution) {
      lines(`The solution is open: jupyterlab-maturin solution ${exercise}`, '');
    }
  }
  outcome.notes.forEach(note => lines(`note: ${note}`, ''));
}

function withoutColours(text: string): string {
  // eslint-disable-next-line no-control-regex -- the escape character is what is looked for
  return text.replace(/\x1b\[[0-9;]*m/g, '');
}
