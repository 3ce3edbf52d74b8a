import type { ExerciseKind } from '@jupyterlab-maturin/protocol';

/** What the course needs to know of all exercises of a kind. */
export interface KindOfExercise {
  /** Whether the exercise is a crate of the workspace in `exercises/`. */
  isCrate: boolean;
  /** Whether the crate is built into a module that Python imports. The lesson then has a build cell. */
  isExtension: boolean;
  /** Whether the manifest names a `module`: what Python imports, or the file that is edited. */
  hasModule: boolean;
}

/**
 * The kinds of exercises.
 *
 * A new kind has a name in the protocol's `ExerciseKind`, an entry here, and a function in `verify/buildAndTest.ts`
 * that tests it; TypeScript refuses to compile without the latter two.
 */
export const KINDS: Record<ExerciseKind, KindOfExercise> = {
  cargo: { isCrate: true, isExtension: false, hasModule: false },
  extension: { isCrate: true, isExtension: true, hasModule: true },
  python: { isCrate: false, isExtension: false, hasModule: true }
};
