import { faults, isExerciseManifest, type ExerciseManifest } from '@jupyterlab-maturin/protocol';
import { parse, TomlError } from 'smol-toml';

import { tellable } from '../../foreign/sentence.js';
import { KINDS } from './kinds.js';

/** `exercise.toml`, with what it may leave out filled in. */
export type Manifest = ExerciseManifest &
  Required<Pick<ExerciseManifest, 'limit' | 'environment' | 'mutants' | 'predictions'>>;

/** Seconds that the tests of one exercise may take when its manifest does not say. */
export const DEFAULT_LIMIT = 60;

/** Problems that are listed. A file that is something else may have as many as it has lines. */
const MOST_PROBLEMS = 50;

/** What stands for a key that is left out, or that holds something of another type. */
const DEFAULTS: Omit<Manifest, 'kind'> = {
  title: '(no title)',
  minutes: 0,
  concepts: [],
  summary: '',
  hints: [],
  limit: DEFAULT_LIMIT,
  environment: false,
  stub: { stops_at: 'verify' },
  mutants: {},
  predictions: {}
};

/** A manifest as far as it can be used, and what is wrong with it: one sentence each. */
export interface ManifestReading {
  /** `null` when it is not TOML or its kind is not known. */
  manifest: Manifest | null;
  problems: string[];
}

/**
 * Reads the text of an `exercise.toml`.
 *
 * A mistake that concerns authors (two hints instead of three, say) must not take the exercise away from learners: it
 * is reported, and the rest of the manifest is used.
 */
export function readManifest(text: string): ManifestReading {
  let table: Record<string, unknown>;
  try {
    table = parse(text);
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const [reason] = error.message.split('\n');
    return {
      manifest: null,
      problems: [tellable(`exercise.toml, line ${error.line}: ${reason}.`)]
    };
  }
  const valid = isExerciseManifest(table);
  const problems = valid ? [] : faults(isExerciseManifest);
  const unusable = valid ? new Set<string>() : keysOfAnotherType();
  const manifest = unusable.has('kind')
    ? null
    : ({
        ...DEFAULTS,
        ...Object.fromEntries(Object.entries(table).filter(([key]) => !unusable.has(key)))
      } as Manifest);
  if (manifest !== null) problems.push(...unmetRules(manifest, unusable));
  const more = problems.length - MOST_PROBLEMS;
  const listed = problems.slice(0, MOST_PROBLEMS);
  if (more > 0) listed.push(`${more} more of its keys are not as they should be`);
  return { manifest, problems: listed.map(problem => tellable(`exercise.toml: ${problem}.`)) };
}

/**
 * Returns the keys whose value cannot be used, after `isExerciseManifest` refused a table. A value of the right type
 * that is out of bounds, such as a list of two hints, can be used.
 */
function keysOfAnotherType(): Set<string> {
  const keys = (isExerciseManifest.errors ?? [])
    .filter(({ keyword }) => ['type', 'enum', 'required'].includes(keyword))
    .map(({ instancePath, params }) => instancePath.split('/')[1] ?? params['missingProperty']);
  return new Set(keys.map(String));
}

/** Checks what a schema cannot say. */
function unmetRules(manifest: Manifest, unusable: Set<string>): string[] {
  const { kind, module, stub, mutants } = manifest;
  const problems: string[] = [];
  if (module === undefined && KINDS[kind].hasModule && !unusable.has('module')) {
    problems.push(`module is missing, which an exercise of the kind ${kind} needs`);
  }
  if (!unusable.has('stub') && stub.compile_error === undefined && !stub.fails?.length) {
    problems.push('stub must say how the stub fails: with compile_error or fails');
  }
  for (const [name, { compile_error, killed_by }] of Object.entries(mutants)) {
    if (compile_error === undefined && !killed_by?.length) {
      problems.push(`mutants.${name} must say what kills it: killed_by or compile_error`);
    }
  }
  return problems;
}
