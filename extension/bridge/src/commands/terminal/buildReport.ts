import type { BuildEvent, BuildOutcome } from '@jupyterlab-maturin/protocol';
import type { Screen } from './screen.js';
import { Shown, shown } from './shown.js';
import { errorText } from './text.js';

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
        screen.print(shown`${event.crate}  ${event.profile}  ${event.manifest}`);
        event.notes.forEach(note => screen.printProse(Shown.remark(`note: ${note}`), '  '));
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
          log.forEach(text => screen.printError(Shown.output(text.trimEnd())));
        }
        printOutcome(screen, outcome);
      }
    }
  };
}

/** Returns what prints the events that every compilation has, in a build of its own or at the start of another task. */
export function compilationReporter(
  screen: Screen,
  printDiagnostic: (text: Shown) => void
): (event: BuildEvent) => void {
  const started = performance.now();
  return event => {
    switch (event.kind) {
      case 'waiting':
        screen.printProse(Shown.remark(`waiting: ${event.reason}`), '  ');
        return;
      case 'note':
        screen.printProse(Shown.remark(`note: ${event.text}`), '  ');
        return;
      case 'progress': {
        const seconds = ((performance.now() - started) / 1000).toFixed(1);
        screen.showStatus(
          shown`  building ${event.done}/${event.total}  ${seconds} s  ${event.crate}`
        );
        return;
      }
      case 'diagnostic': {
        const { rendered, level, message } = event.diagnostic;
        printDiagnostic(Shown.output((rendered ?? `${level}: ${message}`).trimEnd()));
      }
    }
  };
}

function printOutcome(screen: Screen, outcome: BuildOutcome): void {
  if (outcome.status === 'built') {
    const { module, generation, changed, seconds, directory } = outcome;
    const unchanged = changed ? '' : ' (unchanged)';
    screen.print(
      shown`${module}  build ${generation}${unchanged}  ${seconds.toFixed(2)} s  ${directory}`
    );
  } else if (outcome.status === 'failed') {
    screen.printError(errorText(outcome.error.message));
  } else {
    screen.printError(shown`cancelled`);
  }
}
