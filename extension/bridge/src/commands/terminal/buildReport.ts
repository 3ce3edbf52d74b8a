import type { BuildEvent, BuildOutcome } from '@jupyterlab-maturin/protocol';
import type { Screen } from './screen.js';

/** Lines of the log that are kept to explain a failure. */
const LOG_LINES = 200;

/**
 * Returns what prints a build's events for a person: notes, diagnostics and the result as lines, progress as the
 * status line. The log is only printed when a build fails and no diagnostic says why.
 */
export function buildReporter(screen: Screen): (event: BuildEvent) => void {
  const reportCompilation = compilationReporter(screen, text => screen.printError(text));
  const log: string[] = [];
  let hasError = false;
  return event => {
    reportCompilation(event);
    switch (event.kind) {
      case 'planned':
        screen.print(`${event.crate}  ${event.profile}  ${event.manifest}`);
        event.notes.forEach(note => screen.print(`  note: ${note}`));
        return;
      case 'diagnostic':
        hasError ||= event.diagnostic.level.startsWith('error');
        return;
      case 'log':
        log.push(event.text);
        log.splice(0, log.length - LOG_LINES);
        return;
      case 'finished': {
        const { outcome } = event;
        if (outcome.status === 'failed' && outcome.error.kind === 'build' && !hasError) {
          screen.printError(log.join('').trimEnd());
        }
        if (outcome.status === 'built') screen.print(sentenceAbout(outcome));
        else screen.printError(sentenceAbout(outcome));
      }
    }
  };
}

/** Returns what prints the events that every compilation has, in a build of its own or at the start of another task. */
export function compilationReporter(
  screen: Screen,
  printDiagnostic: (text: string) => void
): (event: BuildEvent) => void {
  const started = performance.now();
  return event => {
    switch (event.kind) {
      case 'waiting':
        screen.print(`  waiting: ${event.reason}`);
        return;
      case 'progress': {
        const seconds = ((performance.now() - started) / 1000).toFixed(1);
        screen.showStatus(`  building ${event.done}/${event.total}  ${seconds} s  ${event.crate}`);
        return;
      }
      case 'diagnostic': {
        const { rendered, level, message } = event.diagnostic;
        printDiagnostic((rendered ?? `${level}: ${message}`).trimEnd());
      }
    }
  };
}

function sentenceAbout(outcome: BuildOutcome): string {
  switch (outcome.status) {
    case 'built': {
      const unchanged = outcome.changed ? '' : ' (unchanged)';
      return `${outcome.module}  build ${outcome.generation}${unchanged}  ${outcome.seconds.toFixed(2)} s  ${outcome.directory}`;
    }
    case 'failed':
      return `error: ${outcome.error.message}`;
    case 'cancelled':
      return 'cancelled';
  }
}
