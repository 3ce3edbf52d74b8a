import { styleText } from 'node:util';

import type { TestResult, VerifyEvent, VerifyOutcome } from '@jupyterlab-maturin/protocol';

import { compilationReporter } from './buildReport.js';
import type { Screen } from './screen.js';
import { Shown, shown } from './shown.js';

/** Lines that a failing test printed which are shown. */
const OUTPUT_LINES = 8;

/**
 * Returns what prints a verification's events for a person, as they come. Of tests that fail for the same reason the
 * first is printed, and the others are counted at the end, as those that pass are.
 */
export function verifyReporter(screen: Screen): (event: VerifyEvent) => void {
  const counts = new Counts();
  const reportCompilation = compilationReporter(screen, text => screen.print(text));
  return event => {
    switch (event.kind) {
      case 'planned':
        screen.print(shown`${event.exercise}  ${event.title}`);
        event.notes.forEach(note => screen.printProse(Shown.remark(`note: ${note}`), '  '));
        return;
      case 'environment':
        for (const { name, ok, found, needed, advice } of event.checks) {
          const columns = shown`${name.padEnd(16)} ${(found ?? 'missing').padEnd(10)} needed: ${needed}`;
          screen.print(shown`  ${ok ? green`✓` : red`✗`} ${columns}`);
          if (advice !== null) screen.printProse(Shown.sentences(advice), '      ');
        }
        return;
      case 'build':
        reportCompilation(event.event);
        return;
      case 'testing':
        screen.showStatus(shown`  starting the tests`);
        return;
      case 'started':
        screen.showStatus(shown`  … ${event.test}`);
        return;
      case 'test':
        if (counts.add(event.result)) printTest(screen, event.result);
        return;
      case 'finished':
        screen.print(...counts.lines());
        printOutcome(screen, event.outcome);
    }
  };
}

/** The tests that are counted and not printed. */
class Counts {
  private passed = 0;
  private readonly failed = new Map<string, { name: string; more: number }>();

  /** Counts a test; returns whether it is to be printed, too. */
  add({ name, outcome, cause }: TestResult): boolean {
    if (outcome === 'passed') this.passed += 1;
    if (outcome !== 'failed') return outcome === 'skipped';
    const same = this.failed.get(cause ?? name);
    if (same === undefined) this.failed.set(cause ?? name, { name, more: 0 });
    else same.more += 1;
    return same === undefined;
  }

  lines(): Shown[] {
    const lines: Shown[] = [...this.failed.values()]
      .filter(({ more }) => more > 0)
      .map(({ name, more }) => {
        const tests = more === 1 ? '1 more test fails' : `${more} more tests fail`;
        return shown`  ${red`✗`} ${tests} for the same reason as ${name}`;
      });
    if (this.passed > 0) {
      const tests = this.passed === 1 ? '1 test passes' : `${this.passed} tests pass`;
      lines.push(shown`  ${green`✓`} ${tests}`);
    }
    return lines;
  }
}

function printTest(
  screen: Screen,
  { name, outcome, file, line, message, output }: TestResult
): void {
  if (outcome === 'skipped') screen.print(shown`  - ${name}  (skipped)`);
  else {
    const place = file === '' ? '' : `  ${file}${line === null ? '' : `:${line}`}`;
    screen.print(shown`  ${red`✗`} ${name}${place}`);
    if (message !== null) screen.printProse(Shown.sentences(message), '      ');
    if (output !== null) {
      screen.print(shown`      the test printed:`);
      const lines = output.trimEnd().split('\n').slice(-OUTPUT_LINES);
      lines.forEach(text => screen.print(shown`      | ${Shown.output(text)}`));
    }
  }
}

function printOutcome(screen: Screen, outcome: VerifyOutcome): void {
  const { exercise, status, message, seconds, buildSeconds, hint, next } = outcome;
  const time = `${seconds.toFixed(1)} s, ${buildSeconds.toFixed(1)} s of it building`;
  screen.print(shown``);
  if (status === 'verified') {
    screen.print(shown`${green`✓ verified`}  ${message} (${time})`);
    screen.printProse(next === null ? shown`That was the last exercise.` : shown`Next: ${next}`);
  } else if (status === 'cancelled') {
    screen.print(shown`Stopped after ${seconds.toFixed(1)} s. This attempt does not count.`);
  } else {
    screen.printProse(shown`${red`✗ not verified`}  ${Shown.remark(message)} (${time})`);
    if (hint !== null) {
      const which = `Hint ${hint.number} of ${hint.total}`;
      screen.printProse(shown`${which}: jupyterlab-maturin hint ${exercise}`);
    }
    if (outcome.solution) {
      screen.printProse(shown`You may see the solution: jupyterlab-maturin solution ${exercise}`);
    }
  }
  outcome.notes.forEach(note => screen.printProse(Shown.remark(`note: ${note}`)));
}

// The screen takes colours away where they are not shown.
const coloured =
  (colour: 'green' | 'red') =>
  (words: TemplateStringsArray): Shown =>
    shown(words).arranged(text => styleText(colour, text, { validateStream: false }));
const green = coloured('green');
const red = coloured('red');
