import { existsSync } from 'node:fs';

import type {
  Diagnostic,
  TestResult,
  VerifyEvent,
  VerifyFailure
} from '@jupyterlab-maturin/protocol';

import type { Manifest } from '../manifest.js';
import { filesBelow } from '../files.js';
import type { Builder } from './build.js';
import { cargoTests } from './cargo.js';
import { checkEnvironment } from './environment.js';
import { pytestTests } from './pytest.js';

/** One exercise to build and test, wherever its files are. */
export interface Attempt {
  /** The caller's name for it. */
  id: string;
  manifest: Manifest;
  /** Absolute path of the crate, or of the folder with the Python file. */
  directory: string;
  /** Absolute path of the folder whose `tests/` are run. */
  shipped: string;
  /** Absolute path of a folder to put a copy of the crate in, when its tests are not the shipped ones. */
  scratch: string | null;
  interpreter: string;
  tag: string;
  environment: Record<string, string>;
  /** A command that the tests are run by, in a room without a network for instance. */
  wrap?: readonly string[];
}

/** How an attempt ended. */
export interface AttemptEnd {
  reason: VerifyFailure | null;
  /** One sentence when it is not verified; empty when it is. */
  message: string;
  results: TestResult[];
  /** What rustc said. */
  diagnostics: Diagnostic[];
  buildSeconds: number;
}

/** What the two ways of testing share. */
export interface Tools {
  build: Builder;
  onEvent: (event: VerifyEvent) => void;
  signal: AbortSignal;
}

/** Where the results of one run of tests are gathered: a later word on a test replaces an earlier one. */
export class Results {
  private readonly byName = new Map<string, TestResult>();
  /** The test that is running now. */
  running: string | null = null;
  /** Whether a test file could not be collected. */
  collection: TestResult | null = null;

  constructor(private readonly onEvent: (event: VerifyEvent) => void) {}

  start(test: string): void {
    this.running = test;
    this.onEvent({ kind: 'started', test });
  }

  add(result: TestResult): void {
    this.running = null;
    this.byName.set(`${result.file}::${result.name}`, result);
    this.onEvent({ kind: 'test', result });
  }

  /** Marks the running test as failed because of what ended it. */
  stop(message: string, output: string): void {
    if (this.running === null) return;
    this.add({
      name: this.running,
      file: '',
      line: null,
      outcome: 'failed',
      seconds: 0,
      message,
      details: output.trim() === '' ? null : output.slice(-16 * 1024),
      output: null
    });
  }

  all(): TestResult[] {
    return [...this.byName.values()];
  }

  failed(): TestResult[] {
    return this.all().filter(({ outcome }) => outcome === 'failed');
  }
}

/** Builds one exercise and runs its tests in a fresh process; writes nothing down. */
export async function attempt(what: Attempt, tools: Tools): Promise<AttemptEnd> {
  const refused = (reason: VerifyFailure, message: string): AttemptEnd => ({
    reason,
    message,
    results: [],
    diagnostics: [],
    buildSeconds: 0
  });
  if (!existsSync(what.directory)) {
    return refused(
      'crate',
      `Looking for the exercise in ${what.directory}: the folder is not there; \`jupyterlab-maturin reset ID\` puts it back.`
    );
  }
  if (!filesBelow(what.shipped).some(file => file.startsWith('tests/'))) {
    return refused(
      'crate',
      `Looking for the tests in ${what.shipped}: there are none; make a fresh course with \`jupyterlab-maturin course DIR\`.`
    );
  }
  if (what.manifest.environment) {
    const checks = await checkEnvironment(what);
    tools.onEvent({ kind: 'environment', checks });
    const bad = checks.filter(({ ok }) => !ok);
    if (bad.length > 0) {
      return refused('environment', bad.map(({ advice }) => advice).join(' '));
    }
  }
  return what.manifest.kind === 'cargo' ? cargoTests(what, tools) : pytestTests(what, tools);
}
