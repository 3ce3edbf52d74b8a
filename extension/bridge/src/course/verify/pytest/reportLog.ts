import type { TestResult } from '@jupyterlab-maturin/protocol';

import { causeOf } from '../cause.js';
import { MOST_DETAILS } from '../results.js';
import { collectionMessage, failureMessage } from './messages.js';

/** At most so many characters of what a test printed are kept, the end of it. */
const MOST_OUTPUT = 8 * 1024;

/** What one line of pytest's report log says. */
export type ReportLine =
  | { kind: 'started'; test: string }
  | { kind: 'ended'; result: TestResult }
  /** A test file could not be loaded. */
  | { kind: 'not collected'; result: TestResult };

/** The fields of pytest-reportlog's lines that are read here. */
interface Line {
  $report_type?: string;
  nodeid?: string;
  outcome?: 'passed' | 'failed' | 'skipped';
  when?: 'setup' | 'call' | 'teardown';
  duration?: number;
  longrepr?: LongRepr | string | [string, number, string] | null;
  sections?: [string, string][];
}

interface LongRepr {
  reprcrash: Crash | null;
  reprtraceback: Traceback;
  /** The exceptions that led to this one, the first of them first, and this one. */
  chain: [Traceback, Crash | null, string | null][] | null;
}

interface Crash {
  path: string;
  lineno: number;
  message: string;
}

interface Traceback {
  reprentries: {
    data: {
      lines: string[];
      reprfileloc: { path: string; lineno: number; message: string } | null;
    };
  }[];
}

/**
 * Reads one line of the report log.
 *
 * @param module what Python imports, `null` when nothing is built
 * @returns `null` for lines that say nothing of a test, and for a line that a crash cut short
 */
export function readReportLine(text: string, module: string | null): ReportLine | null {
  let line: Line;
  try {
    line = JSON.parse(text) as Line;
  } catch {
    return null;
  }
  if (line.$report_type === 'CollectReport') return notCollected(line, module);
  if (line.$report_type !== 'TestReport') return null;
  const { file, name } = nodeName(line.nodeid ?? '');
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
      outcome: line.outcome ?? 'failed',
      seconds: line.duration ?? 0,
      message,
      details: details && clip(details, MOST_DETAILS),
      output: printed(line),
      cause
    }
  };
}

function notCollected(line: Line, module: string | null): ReportLine | null {
  if (line.outcome !== 'failed') return null;
  const details = typeof line.longrepr === 'string' ? line.longrepr : failure(line, module).details;
  const { file } = nodeName(line.nodeid ?? '');
  const message = collectionMessage(details ?? '', module);
  return {
    kind: 'not collected',
    result: {
      name: file.split('/').at(-1) ?? file,
      file,
      line: null,
      outcome: 'failed',
      seconds: 0,
      message,
      details: details && clip(details, MOST_DETAILS),
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

function failure({ longrepr }: Line, module: string | null): Failure {
  if (longrepr === null || longrepr === undefined) {
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
  if (Array.isArray(longrepr)) {
    return {
      message: longrepr[2].replace(/^Skipped: /, ''),
      details: null,
      place: longrepr[1],
      cause: null
    };
  }
  const details = tracebackText(longrepr);
  const message = failureMessage(longrepr.reprcrash?.message ?? details, module);
  // What a test says of an exception that it has caught differs from test to test; the exception is the reason.
  const first = longrepr.chain?.at(0)?.[1]?.message;
  return {
    message,
    details,
    place: longrepr.reprcrash?.lineno ?? null,
    cause: causeOf(first === undefined ? message : failureMessage(first, module))
  };
}

/** Returns a failure as `pytest --tb=short` prints it, the exceptions that led to it first. */
function tracebackText(longrepr: LongRepr): string {
  const parts = longrepr.chain ?? [[longrepr.reprtraceback, null, null]];
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

function printed(line: Line): string | null {
  const text = (line.sections ?? [])
    .filter(([title]) => /^Captured std(out|err)/.test(title))
    .map(([, content]) => content)
    .join('');
  return text === '' ? null : clip(text, MOST_OUTPUT);
}

function nodeName(nodeid: string): { file: string; name: string } {
  const at = nodeid.indexOf('::');
  const file = at === -1 ? nodeid : nodeid.slice(0, at);
  const name = at === -1 ? nodeid : nodeid.slice(at + 2);
  return { file: file.replace(/^.*?(tests\/)/, '$1'), name };
}

/** Keeps the end of a text, which says what went wrong. */
function clip(text: string, most: number): string {
  return text.length <= most ? text : `…${text.slice(-most)}`;
}
