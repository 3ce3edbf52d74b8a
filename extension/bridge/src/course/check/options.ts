import type { Builder } from '../verify/attempt.js';

/** How many times in a row each solution and each mutant is tried. */
export interface Repeat {
  solutions: number;
  mutants: number;
}

/** What is to be checked, and with what. */
export interface CheckOptions {
  /** The project's root: the folder with `exercises/` and `notebooks/`. */
  root: string;
  /** Exercises' ids; none means all. */
  ids: string[];
  /** The Python that runs tests and notebooks. */
  interpreter: string;
  /** A folder for scratch copies and their target directories. */
  cache: string;
  /** The folder with `run_notebook.py` and `offline/`. */
  scripts: string;
  build: Builder;
  /** Whether notebooks are run, which takes the longest. */
  notebooks: boolean;
  /** Whether rustfmt and clippy look at solutions and examples; clippy compiles every dependency once more. */
  rustTools: boolean;
  /** Whether the mutants are built and tested. */
  mutants: boolean;
  /** Runs only these, so many times in a row each; `null` runs everything once. */
  repeat: Repeat | null;
  /** Exercises that are checked at a time. */
  jobs: number;
  print: (line: string) => void;
}
