import {
  isPytestFailure,
  isPytestReport,
  isPytestSkip,
  type PytestFailure,
  type PytestReport,
  type TestResult
} from '@jupyterlab-maturin/protocol';

import { clipEnd, clipStart } from '../../../foreign/clip.js';
import { parseForeignJson } from '../../../foreign/parseJson.js';
import { LONGEST_MESSAGE } from '../../../process/lines.js';
import { causeOf } from '../cause.js';
import { MOST_DETAILS, MOST_MESSAGE, MOST_NAME } from '../results.js';
import { collectionMessage, failureMessage } from './messages.js';

/** At most so many characters of what a test printed are kept, the end of it. */
const MOST_OUTPUT = 8 * 1024;

/** What one line of pytest's report log says. */
export type ReportLine =
  | { kind: 'started'; test: string }
  | { kind: 'ended'; result: TestResult }
  /** A test file could not be loaded. */
  | { kind: 'not collected'; result: TestResult };

/**
 * Reads one line of the report log.
 *
 * @param module what Python imports, `null` when nothing is built
 * @returns `null` for lines that say nothing of a test, and for what is not pytest's: a line that a crash cut short, or
 *   what the learner's code wrote there
 */
export function readReportLine(text: string, module: string | null): ReportLine | null {
  const line = parseForeignJson(text, isPytestReport);
  if (line === null) return tooLong(text);
  if (line.$report_type === 'CollectReport') return notCollected(line, module);
  const { file, name } = nodeName(line.nodeid);
  if (line.when === 'setup' && line.outcome === 'passed') {
    return { kind: 'started', test: name };
  }
  if (line.when === 'teardown' && line.outcome === 'passed') return null;
  const { message, details, place, cause } = failure(line, module);
  return {
    kind: 'ended',
    result: {
      name,
      file,
      line: place,
      outcome: line.outcome,
      seconds: line.duration ?? 0,
      message: message && clipEnd(message, MOST_MESSAGE),
      details: details && clipStart(details, MOST_DETAILS),
      output: printed(line),
      cause
    }
  };
}

/** A failure whose report was cut, because it compares texts of many megabytes. pytest writes the name and the outcome first. */
function tooLong(text: string): ReportLine | null {
  if (text.length < LONGEST_MESSAGE) return null;
  const [, written = ''] =
    /^\{"nodeid": ("(?:[^"\\]|\\.)*").*?, "outcome": "failed", /s.exec(text.slice(0, 16 * 1024)) ??
    [];
  const nodeid = parseForeignJson(written, isText);
  if (nodeid === null) return null;
  const message = `The test failed, and what pytest says about it is longer than ${LONGEST_MESSAGE / 2 ** 20} MiB: look at less in one comparison.`;
  return {
    kind: 'ended',
    result: {
      ...nodeName(nodeid),
      line: null,
      outcome: 'failed',
      seconds: 0,
      message,
      details: null,
      output: null,
      cause: message
    }
  };
}

function notCollected(line: PytestReport, module: string | null): ReportLine | null {
  if (line.outcome !== 'failed') return null;
  const details = typeof line.longrepr === 'string' ? line.longrepr : failure(line, module).details;
  const { file } = nodeName(line.nodeid);
  const message = clipEnd(collectionMessage(details ?? '', module), MOST_MESSAGE);
  return {
    kind: 'not collected',
    result: {
      name: file.split('/').at(-1) ?? file,
      file,
      line: null,
      outcome: 'failed',
      seconds: 0,
      message,
      details: details && clipStart(details, MOST_DETAILS),
      output: null,
      cause: causeOf(message)
    }
  };
}

interface Failure {
  message: string | null;
  details: string | null;
  place: number | null;
  cause: string | null;
}

function failure({ longrepr }: PytestReport, module: string | null): Failure {
  if (longrepr === null) {
    return { message: null, details: null, place: null, cause: null };
  }
  if (typeof longrepr === 'string') {
    const error = longrepr
      .split('\n')
      .find(text => text.startsWith('E '))
      ?.slice(1)
      .trim();
    const message = failureMessage(error ?? longrepr, module);
    return { message, details: longrepr, place: null, cause: causeOf(message) };
  }
  if (isPytestSkip(longrepr)) {
    return {
      message: longrepr[2].replace(/^Skipped: /, ''),
      details: null,
      place: lineNumber(longrepr[1]),
      cause: null
    };
  }
  if (!isPytestFailure(longrepr)) {
    const message = 'The test failed, and what pytest says about it cannot be read.';
    return { message, details: null, place: null, cause: message };
  }
  const details = tracebackText(longrepr);
  const message = failureMessage(longrepr.reprcrash?.message ?? details, module);
  // What a test says of an exception that it has caught differs from test to test; the exception is the reason.
  const first = longrepr.chain?.at(0)?.[1]?.message;
  return {
    message,
    details,
    place: longrepr.reprcrash && lineNumber(longrepr.reprcrash.lineno),
    cause: causeOf(first === undefined ? message : failureMessage(first, module))
  };
}

/** Returns a failure as `pytest --tb=short` prints it, the exceptions that led to it first. */
function tracebackText(longrepr: PytestFailure): string {
  const parts = longrepr.chain ?? [[longrepr.reprtraceback, null, null] as const];
  return parts
    .map(([traceback, , description]) => {
      const entries = traceback.reprentries.map(({ data }) => {
        const place = data.reprfileloc;
        const head = place ? [`${place.path}:${place.lineno}: ${place.message}`] : [];
        return [...head, ...data.lines].join('\n');
      });
      return [...entries, ...(description ? [description] : [])].join('\n');
    })
    .join('\n\n');
}

function printed(line: PytestReport): string | null {
  const text = line.sections
    .filter(([title = '']) => /^Captured std(out|err)/.test(title))
    .map(([, content = '']) => content)
    .join('');
  return text === '' ? null : clipStart(text, MOST_OUTPUT);
}

function nodeName(nodeid: string): { file: string; name: string } {
  const at = nodeid.indexOf('::');
  const file = at === -1 ? nodeid : nodeid.slice(0, at);
  const name = at === -1 ? nodeid : nodeid.slice(at + 2);
  return {
    file: clipStart(file.replace(/^.*?(tests\/)/, '$1'), MOST_NAME),
    name: clipEnd(name, MOST_NAME)
  };
}

/** A crafted line may have a number that is none for Python or the page. */
function lineNumber(found: number): number | null {
  return Number.isSafeInteger(found) ? found : null;
}

const isText = (value: unknown): value is string => typeof value === 'string';
