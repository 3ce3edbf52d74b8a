import {
  VERIFY_PAYLOAD_VERSION,
  type BuildPayload,
  type EnvironmentCheck,
  type TestResult,
  type VerifyOutcome,
  type VerifyPayload,
  type VerifyPhase
} from '@jupyterlab-maturin/protocol';
import { readPayload } from '../build-output/payload.js';

/** The phases of a verification, as the build's card knows them. */
const AS_BUILD: Record<VerifyPhase, BuildPayload['phase']> = {
  planning: 'planning',
  building: 'building',
  testing: 'building',
  verified: 'done',
  failed: 'failed',
  cancelled: 'cancelled'
};

/** A verification's payload, and its compiler's part as a build's, whose views show it. */
export interface Verification {
  payload: VerifyPayload;
  build: BuildPayload;
}

/**
 * The payload in a MIME bundle, or `null` when it is not one that this version reads.
 *
 * A notebook is a file that anybody may have written: what the view walks through is checked here.
 */
export function readVerification(value: unknown): Verification | null {
  if (!isObject(value) || value['version'] !== VERIFY_PAYLOAD_VERSION) {
    return null;
  }
  const { phase, exercise } = value;
  if (typeof exercise !== 'string' || typeof phase !== 'string' || !(phase in AS_BUILD)) {
    return null;
  }
  const build = readPayload({
    ...value,
    version: 1,
    phase: AS_BUILD[phase as VerifyPhase],
    crate: exercise,
    profile: 'release'
  });
  if (build === null) {
    return null;
  }
  const given = value as Partial<VerifyPayload>;
  return {
    build,
    payload: {
      version: VERIFY_PAYLOAD_VERSION,
      phase: phase as VerifyPhase,
      exercise,
      title: textOrNull(given.title),
      kind: given.kind ?? null,
      elapsed: build.elapsed,
      progress: build.progress,
      waiting: build.waiting,
      manifest: build.manifest,
      root: build.root,
      diagnostics: build.diagnostics,
      counts: build.counts,
      environment: objects(given.environment).map(readCheck),
      tests: objects(given.tests).map(readTest),
      running: textOrNull(given.running),
      notes: build.notes,
      outcome: isObject(given.outcome) ? readOutcome(given.outcome) : null
    }
  };
}

function readTest(test: Record<string, unknown>): TestResult {
  const { outcome, line } = test;
  return {
    name: String(test['name']),
    file: textOrNull(test['file']) ?? '',
    line: typeof line === 'number' ? line : null,
    outcome: outcome === 'passed' || outcome === 'skipped' ? outcome : 'failed',
    seconds: count(test['seconds']),
    message: textOrNull(test['message']),
    details: textOrNull(test['details']),
    output: textOrNull(test['output'])
  };
}

function readCheck(check: Record<string, unknown>): EnvironmentCheck {
  return {
    name: String(check['name']),
    ok: check['ok'] === true,
    found: textOrNull(check['found']),
    needed: textOrNull(check['needed']) ?? '',
    advice: textOrNull(check['advice'])
  };
}

function readOutcome(outcome: Partial<VerifyOutcome>): VerifyOutcome {
  const { hint, status } = outcome;
  return {
    status: status === 'verified' || status === 'cancelled' ? status : 'failed',
    exercise: textOrNull(outcome.exercise) ?? '',
    reason: outcome.reason ?? null,
    message: textOrNull(outcome.message) ?? '',
    passed: count(outcome.passed),
    failed: count(outcome.failed),
    seconds: count(outcome.seconds),
    buildSeconds: count(outcome.buildSeconds),
    hint: isObject(hint) ? { number: count(hint['number']), total: count(hint['total']) } : null,
    solution: outcome.solution === true,
    next: textOrNull(outcome.next),
    notes: Array.isArray(outcome.notes) ? outcome.notes.map(String) : []
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function objects(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function count(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : 0;
}
