import type { ExerciseKind } from '@jupyterlab-maturin/protocol';
import { parse, TomlError } from 'smol-toml';

/** A test that has to fail, and words that stand in its failure. */
export interface ExpectedFailure {
  /** pytest's name after `::`, libtest's name, or a test file's name when it cannot even be collected. */
  test: string;
  because: string;
}

/** What the untouched stub does: it fails to compile, or it fails tests. */
export interface Stub {
  /** rustc's code, `E0277` for instance. */
  compileError: string | null;
  fails: ExpectedFailure[];
  /** The tag of the notebook cell where Run All stops on the stub. */
  stopsAt: string;
}

/** A wrong answer that a learner would plausibly write. */
export interface Mutant {
  /** Its folder's name below `mutants/`. */
  name: string;
  /** What the learner was thinking. */
  thought: string;
  killedBy: ExpectedFailure[];
  /** The code it fails to compile with, when the compiler is what kills it. */
  compileError: string | null;
}

export interface GuideLink {
  title: string;
  url: string;
}

/** `exercise.toml`, read. */
export interface Manifest {
  kind: ExerciseKind;
  title: string;
  minutes: number;
  concepts: string[];
  summary: string;
  /** What Python imports; for the kind `python` the file that is edited; `null` for the kind `cargo`. */
  module: string | null;
  hints: string[];
  /** Seconds that the tests may take, building not counted. */
  limit: number;
  /** Whether verifying also looks at cargo, rustc, maturin and the interpreter. */
  environment: boolean;
  stub: Stub;
  mutants: Mutant[];
  guide: GuideLink[];
}

/** What the tests of one exercise may take when its manifest does not say, in seconds. */
export const DEFAULT_LIMIT = 60;

/** A manifest as far as it could be read, and what is wrong with it: one sentence each. */
export interface ManifestReading {
  manifest: Manifest | null;
  problems: string[];
}

type Table = Record<string, unknown>;

const KINDS: readonly string[] = ['cargo', 'extension', 'python'];

/** The top-level keys, so that a misspelt one is noticed. */
const KEYS = new Set([
  'kind',
  'title',
  'minutes',
  'concepts',
  'summary',
  'module',
  'hints',
  'limit',
  'environment',
  'stub',
  'mutants',
  'guide'
]);

/**
 * Reads the text of an `exercise.toml`.
 *
 * What is only wrong for authors (two hints instead of three) is a problem beside a manifest; a manifest that cannot
 * be used at all is `null`.
 */
export function readManifest(text: string): ManifestReading {
  let table: Table;
  try {
    table = parse(text);
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    return {
      manifest: null,
      problems: [`exercise.toml is not TOML: ${error.message.split('\n')[0]} (line ${error.line}).`]
    };
  }
  const problems: string[] = [];
  const kind = table['kind'];
  if (typeof kind !== 'string' || !KINDS.includes(kind)) {
    return {
      manifest: null,
      problems: [
        `exercise.toml: kind is ${JSON.stringify(kind)}; it must be one of ${KINDS.join(', ')}.`
      ]
    };
  }
  for (const key of Object.keys(table)) {
    if (!KEYS.has(key)) problems.push(`exercise.toml: unknown key ${key}.`);
  }
  const word = (key: string, from: Table = table, at = key): string => {
    const value = from[key];
    if (typeof value === 'string' && value.trim() !== '') return value;
    problems.push(`exercise.toml: ${at} must be a text that is not empty.`);
    return '';
  };
  const words = (key: string): string[] => {
    const value = table[key];
    if (
      Array.isArray(value) &&
      value.length > 0 &&
      value.every(item => typeof item === 'string' && item.trim() !== '')
    ) {
      return value as string[];
    }
    problems.push(`exercise.toml: ${key} must be a list of texts, none of them empty.`);
    return [];
  };
  const positive = (key: string, otherwise: number | null): number => {
    const value = table[key];
    if (value === undefined && otherwise !== null) return otherwise;
    if (typeof value === 'number' && value > 0) return value;
    problems.push(`exercise.toml: ${key} must be a number above zero.`);
    return otherwise ?? 0;
  };
  const hints = words('hints');
  if (hints.length !== 3 && hints.length > 0) {
    problems.push(`exercise.toml: hints has ${hints.length} of the 3 hints it must have.`);
  }
  const reader = { problems, word };
  const manifest: Manifest = {
    kind: kind as ExerciseKind,
    title: word('title'),
    minutes: positive('minutes', null),
    concepts: words('concepts'),
    summary: word('summary'),
    module: kind === 'cargo' && table['module'] === undefined ? null : word('module'),
    hints,
    limit: positive('limit', DEFAULT_LIMIT),
    environment: table['environment'] === true,
    stub: readStub(table['stub'], reader),
    mutants: readMutants(table['mutants'], reader),
    guide: readGuide(table['guide'], reader)
  };
  return { manifest, problems };
}

interface Reader {
  problems: string[];
  word: (key: string, from: Table, at: string) => string;
}

function asTable(value: unknown): Table | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Table)
    : null;
}

function readFailures(value: unknown, at: string, reader: Reader): ExpectedFailure[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) {
    reader.problems.push(`exercise.toml: ${at} must be a list of { test, because }.`);
    return [];
  }
  return value.map((item, index) => {
    const table = asTable(item) ?? {};
    return {
      test: reader.word('test', table, `${at}[${index}].test`),
      because: reader.word('because', table, `${at}[${index}].because`)
    };
  });
}

function readCode(value: unknown, at: string, reader: Reader): string | null {
  if (value === undefined) return null;
  if (typeof value === 'string' && /^E\d{4}$/.test(value)) return value;
  reader.problems.push(`exercise.toml: ${at} must be an error code of rustc, such as "E0277".`);
  return null;
}

function readStub(value: unknown, reader: Reader): Stub {
  const table = asTable(value) ?? {};
  const stub: Stub = {
    compileError: readCode(table['compile_error'], 'stub.compile_error', reader),
    fails: readFailures(table['fails'], 'stub.fails', reader),
    stopsAt: reader.word('stops_at', table, 'stub.stops_at')
  };
  if (stub.compileError === null && stub.fails.length === 0) {
    reader.problems.push(
      'exercise.toml: [stub] must say how the stub fails: compile_error or fails.'
    );
  }
  return stub;
}

function readMutants(value: unknown, reader: Reader): Mutant[] {
  return Object.entries(asTable(value) ?? {}).map(([name, item]) => {
    const at = `mutants.${name}`;
    const table = asTable(item) ?? {};
    const mutant: Mutant = {
      name,
      thought: reader.word('thought', table, `${at}.thought`),
      killedBy: readFailures(table['killed_by'], `${at}.killed_by`, reader),
      compileError: readCode(table['compile_error'], `${at}.compile_error`, reader)
    };
    if (mutant.killedBy.length === 0 && mutant.compileError === null) {
      reader.problems.push(
        `exercise.toml: ${at} must say what kills it: killed_by or compile_error.`
      );
    }
    return mutant;
  });
}

function readGuide(value: unknown, reader: Reader): GuideLink[] {
  if (!Array.isArray(value)) return [];
  return value.map((item, index) => {
    const table = asTable(item) ?? {};
    return {
      title: reader.word('title', table, `guide[${index}].title`),
      url: reader.word('url', table, `guide[${index}].url`)
    };
  });
}
