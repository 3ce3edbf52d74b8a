import type { TestResult } from '@jupyterlab-maturin/protocol';

import { collectionMessage, failureMessage, type Subject } from './words.js';

const MOST_DETAILS = 16 * 1024;
const MOST_OUTPUT = 8 * 1024;

/** What one line of pytest's report log means for a verification. */
export type Reported =
  | { kind: 'started'; test: string }
  | { kind: 'result'; result: TestResult; collection: boolean }
  | null;

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
  reprcrash: { path: string; lineno: number; message: string } | null;
  reprtraceback: Traceback;
  chain: [Traceback, unknown, string | null][] | null;
}

interface Traceback {
  reprentries: {
    data: {
      lines: string[];
      reprfileloc: { path: string; lineno: number; message: string } | null;
    };
  }[];
}

/** Reads one line of the report log. Lines of other kinds, and lines that were torn by a crash, are `null`. */
export function readReport(text: string, subject: Subject): Reported {
  let line: Line;
  try {
    line = JSON.parse(text) as Line;
  } catch {
    return null;
  }
  if (line.$report_type === 'CollectReport') return collected(line, subject);
  if (line.$report_type !== 'TestReport') return null;
  const { file, name } = nodeName(line.nodeid ?? '');
  if (line.when === 'setup' && line.outcome === 'passed') {
    return { kind: 'started', test: name };
  }
  if (line.when === 'teardown' && line.outcome === 'passed') return null;
  const { message, details, place } = failure(line, subject);
  return {
    kind: 'result',
    collection: false,
    result: {
      name,
      file,
      line: place,
      outcome: line.outcome ?? 'failed',
      seconds: line.duration ?? 0,
      message,
      details: details && clip(details, MOST_DETAILS),
      output: printed(line)
    }
  };
}

function collected(line: Line, subject: Subject): Reported {
  if (line.outcome !== 'failed') return null;
  const details =
    typeof line.longrepr === 'string' ? line.longrepr : failure(line, subject).details;
  const { file } = nodeName(line.nodeid ?? '');
  return {
    kind: 'result',
    collection: true,
    result: {
      name: file.split('/').at(-1) ?? file,
      file,
      line: null,
      outcome: 'failed',
      seconds: 0,
      message: collectionMessage(details ?? '', subject),
      details: details && clip(details, MOST_DETAILS),
      output: null
    }
  };
}

function failure(
  line: Line,
  subject: Subject
): { message: string | null; details: string | null; place: number | null } {
  const { longrepr } = line;
  if (longrepr === null || longrepr === undefined) {
    return { message: null, details: null, place: null };
  }
  if (typeof longrepr === 'string') {
    const error = longrepr
      .split('\n')
      .find(text => text.startsWith('E '))
      ?.slice(1)
      .trim();
    return {
      message: failureMessage(error ?? longrepr, subject),
      details: longrepr,
      place: null
    };
  }
  if (Array.isArray(longrepr)) {
    return {
      message: longrepr[2].replace(/^Skipped: /, ''),
      details: null,
      place: longrepr[1]
    };
  }
  const details = tracebackText(longrepr);
  return {
    message: failureMessage(longrepr.reprcrash?.message ?? details, subject),
    details,
    place: longrepr.reprcrash?.lineno ?? null
  };
}

/** Puts a failure together as `pytest --tb=short` prints it, causes first. */
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

/** Keeps the end of a text: what went wrong stands there. */
function clip(text: string, most: number): string {
  return text.length <= most ? text : `…${text.slice(-most)}`;
}
