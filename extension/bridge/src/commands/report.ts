import type { WriteStream } from 'node:tty';
import type { BuildEvent, BuildOutcome } from '@jupyterlab-maturin/protocol';
import { plainText } from '../build/messages/text.js';

/** Shows a build's events to somebody. */
export type Reporter = (event: BuildEvent) => void;

/** One event a line. */
export function jsonReporter(out: NodeJS.WritableStream): Reporter {
  return event => void out.write(JSON.stringify(event) + '\n');
}

/**
 * For people: notes, diagnostics and the result as lines; progress as one line that is rewritten in place on a terminal
 * and left out elsewhere. The log itself only shows when nothing else explains a failure.
 */
export function terminalReporter(out: WriteStream, err: WriteStream): Reporter {
  const live = out.isTTY;
  const began = performance.now();
  const log: string[] = [];
  let diagnosed = false;
  let shown = false;
  const clear = () => {
    if (shown) {
      out.write('\r\x1b[K');
      shown = false;
    }
  };
  const line = (stream: WriteStream, text: string) => {
    clear();
    stream.write(text.endsWith('\n') ? text : `${text}\n`);
  };
  return event => {
    switch (event.kind) {
      case 'planned':
        line(out, `${event.crate}  ${event.profile}  ${event.manifest}`);
        event.notes.forEach(note => line(out, `  note: ${note}`));
        return;
      case 'waiting':
        line(out, `  waiting: ${event.reason}`);
        return;
      case 'progress':
        if (live) {
          const seconds = ((performance.now() - began) / 1000).toFixed(1);
          const text = `  ${event.done}/${event.total}  ${seconds} s  ${event.crate}`;
          clear();
          out.write(text.slice(0, (out.columns || 80) - 1));
          shown = true;
        }
        return;
      case 'diagnostic': {
        diagnosed ||= event.diagnostic.level.startsWith('error');
        const { rendered, level, message } = event.diagnostic;
        const text = rendered ?? `${level}: ${message}`;
        line(err, err.isTTY ? text : plainText(text));
        return;
      }
      case 'log':
        log.push(event.text);
        log.splice(0, log.length - 200);
        return;
      case 'finished':
        if (
          event.outcome.status === 'failed' &&
          event.outcome.error.kind === 'build' &&
          !diagnosed
        ) {
          line(err, log.join(''));
        }
        line(event.outcome.status === 'built' ? out : err, sentenceOf(event.outcome));
        return;
      case 'building':
        return;
    }
  };
}

function sentenceOf(outcome: BuildOutcome): string {
  switch (outcome.status) {
    case 'built': {
      const news = outcome.changed ? '' : ' (unchanged)';
      return `${outcome.module}  build ${outcome.generation}${news}  ${outcome.seconds.toFixed(2)} s  ${outcome.directory}`;
    }
    case 'failed':
      return `error: ${outcome.error.message}`;
    case 'cancelled':
      return 'cancelled';
  }
}
