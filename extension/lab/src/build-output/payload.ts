import {
  BUILD_PAYLOAD_VERSION,
  type BuildPayload,
  type BuildResult,
  type Diagnostic
} from '@jupyterlab-maturin/protocol';

const PHASES = ['planning', 'building', 'loading', 'done', 'failed', 'cancelled'];

/**
 * The payload in a MIME bundle, or `null` when it is not one that this version reads: the bundle's
 * `text/html` is shown then.
 *
 * A notebook is a file that anybody may have written, so what the view walks through is checked here, and what
 * is missing counts as empty.
 */
export function readPayload(value: unknown): BuildPayload | null {
  if (!isObject(value) || value['version'] !== BUILD_PAYLOAD_VERSION) {
    return null;
  }
  const { phase, crate } = value;
  if (typeof crate !== 'string' || typeof phase !== 'string' || !PHASES.includes(phase)) {
    return null;
  }
  const given = value as Partial<BuildPayload>;
  const diagnostics = objects<Diagnostic>(given.diagnostics).map(readDiagnostic);
  return {
    version: BUILD_PAYLOAD_VERSION,
    phase: phase as BuildPayload['phase'],
    crate,
    manifest: textOrNull(given.manifest),
    root: textOrNull(given.root),
    profile: textOrNull(given.profile) ?? '',
    features: Array.isArray(given.features) ? given.features.map(String) : [],
    elapsed: count(given.elapsed),
    progress: isObject(given.progress)
      ? {
          done: count(given.progress.done),
          total: count(given.progress.total),
          crate: textOrNull(given.progress.crate) ?? ''
        }
      : null,
    waiting: textOrNull(given.waiting),
    diagnostics,
    counts: {
      errors: count(given.counts?.errors),
      warnings: count(given.counts?.warnings),
      omitted: count(given.counts?.omitted)
    },
    result: isObject(given.result) ? readResult(given.result) : null,
    error: isObject(given.error)
      ? { kind: given.error.kind, message: String(given.error.message) }
      : null,
    previous: typeof given.previous === 'number' ? given.previous : null,
    notes: Array.isArray(given.notes) ? given.notes.map(String) : [],
    timings: objects<BuildPayload['timings'][number]>(given.timings).map(({ step, seconds }) => ({
      step,
      seconds: count(seconds)
    })),
    log: textOrNull(given.log) ?? ''
  };
}

function readResult(result: BuildResult): BuildResult {
  return {
    module: String(result.module),
    generation: count(result.generation),
    seconds: count(result.seconds),
    changed: result.changed !== false,
    library: textOrNull(result.library) ?? '',
    rebound: objects<BuildResult['rebound'][number]>(result.rebound),
    stale: objects<BuildResult['stale'][number]>(result.stale)
  };
}

function readDiagnostic(diagnostic: Diagnostic): Diagnostic {
  const { code } = diagnostic;
  return {
    message: String(diagnostic.message),
    level: diagnostic.level,
    code: isObject(code)
      ? { code: String(code.code), explanation: textOrNull(code.explanation) }
      : null,
    spans: objects<Diagnostic['spans'][number]>(diagnostic.spans),
    children: objects<Diagnostic>(diagnostic.children),
    rendered: textOrNull(diagnostic.rendered)
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function objects<T>(value: unknown): T[] {
  return Array.isArray(value) ? (value.filter(isObject) as T[]) : [];
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function count(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : 0;
}
