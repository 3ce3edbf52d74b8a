import type { FailureKind } from '@jupyterlab-maturin/protocol';
import { BuildFailure } from '../failure.js';
import { cargoReason, toolchainFault } from '../plan/metadata.js';
import type { Diagnostics } from './diagnostics.js';

/** What a build that failed left behind. */
export interface Remains {
  crate: string;
  manifest: string;
  interpreter: string;
  diagnostics: Diagnostics;
  /** The end of the log, without colours. */
  log: string;
}

/** Why maturin ended with an error, in one sentence; the most telling reason first. */
export function explainFailure(remains: Remains): BuildFailure {
  const [kind, message] =
    refusedPython(remains) ??
    missingLinker(remains) ??
    brokenToolchain(remains) ??
    compileErrors(remains) ??
    otherwise(remains);
  return new BuildFailure(kind, message);
}

type Reason = [FailureKind, string];

/** PyO3's build script looks at the interpreter and may find it too new, too old or of an unknown kind. */
function refusedPython({ log, interpreter, manifest }: Remains): Reason | null {
  const found =
    /the configured Python(?: interpreter)? version \((.+?)\) is (newer|lower) than PyO3's (?:maximum|minimum) supported version \((.+?)\)/.exec(
      log
    );
  if (found) {
    const [, version, relation, bound] = found;
    const remedy =
      relation === 'newer'
        ? `raise \`pyo3\` in the [dependencies] of ${manifest}`
        : `use a newer Python, or an older \`pyo3\` in ${manifest}`;
    return [
      'tool',
      `The crate's PyO3 refuses Python ${version} (${interpreter}): it supports ${relation === 'newer' ? 'up to' : 'from'} ${bound}; ${remedy}.`
    ];
  }
  const other =
    /error: ((?:the configured|the Python interpreter|PyO3 ).*(?:not support|unsupported|require).*)/i.exec(
      log
    );
  return other
    ? [
        'tool',
        `The crate's PyO3 refuses ${interpreter}: ${sentenceEnd(other[1]!)}; change \`pyo3\` in ${manifest}.`
      ]
    : null;
}

function missingLinker({ diagnostics }: Remains): Reason | null {
  const linker = /^linker `(.+)` not found/.exec(diagnostics.firstError?.message ?? '');
  return linker
    ? [
        'tool',
        `rustc did not find the linker \`${linker[1]}\`: install a C compiler (\`apt-get install build-essential\`, \`xcode-select --install\`).`
      ]
    : null;
}

function brokenToolchain({ log }: Remains): Reason | null {
  const fault = toolchainFault(log);
  return fault === null ? null : ['tool', fault];
}

function compileErrors({ crate, diagnostics }: Remains): Reason | null {
  const first = diagnostics.firstError;
  const { errors } = diagnostics.counts;
  if (!first) {
    return null;
  }
  const span = first.spans.find(one => one.is_primary) ?? first.spans[0];
  const place = span ? ` in ${span.file_name}:${span.line_start}:${span.column_start}` : '';
  const which = errors === 1 ? `one error${place}` : `${errors} errors, the first${place}`;
  return [
    'build',
    `${crate} does not compile: ${which}: ${sentenceEnd(first.message.split('\n')[0]!)}.`
  ];
}

/** cargo's or maturin's own last words. */
function otherwise({ crate, log }: Remains): Reason {
  const cargo = cargoReason(log);
  const at = log.lastIndexOf('maturin failed');
  const causes = at < 0 ? [] : (log.slice(at).match(/Caused by: .*/g) ?? []);
  const maturin = causes
    .map(cause => cause.slice('Caused by: '.length))
    .find(cause => !cause.startsWith('Cargo build finished'));
  const reason = cargo || maturin || log.trim().split('\n').at(-1) || 'the log tells more';
  return ['build', `Building ${crate} failed: ${sentenceEnd(reason)}.`];
}

function sentenceEnd(text: string): string {
  return text.trim().replace(/[.:]$/, '');
}
