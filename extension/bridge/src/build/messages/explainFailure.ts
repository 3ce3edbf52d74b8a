import type { FailureKind } from '@jupyterlab-maturin/protocol';
import { BuildFailure } from '../buildFailure.js';
import type { Diagnostics } from './diagnostics.js';

/** What is known about a build when maturin has failed. */
export interface FailedBuild {
  crate: string;
  manifest: string;
  interpreter: string;
  diagnostics: Diagnostics;
  /** The end of the log, without colours. */
  log: string;
}

/** Returns why maturin failed, in one sentence. Of several reasons, the first one here helps the person most. */
export function explainFailure(build: FailedBuild): BuildFailure {
  const [kind, message] =
    refusedPython(build) ??
    missingLinker(build) ??
    brokenToolchain(build) ??
    compileErrors(build) ??
    reasonInLog(build);
  return new BuildFailure(kind, message);
}

type Reason = [FailureKind, string];

/** PyO3's build script stops when it finds the interpreter too new, too old or of an unknown kind. */
function refusedPython({ log, interpreter, manifest }: FailedBuild): Reason | null {
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
      `The crate's PyO3 refuses Python ${version} (${interpreter}): it supports Python ${relation === 'newer' ? 'up to' : 'from'} ${bound}; ${remedy}.`
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

function missingLinker({ diagnostics }: FailedBuild): Reason | null {
  const linker = /^linker `(.+)` not found/.exec(diagnostics.firstError?.message ?? '');
  return linker
    ? [
        'tool',
        `rustc did not find the linker \`${linker[1]}\`: install a C compiler (\`apt-get install build-essential\`, \`xcode-select --install\`).`
      ]
    : null;
}

function brokenToolchain({ log }: FailedBuild): Reason | null {
  const fault = toolchainFault(log);
  return fault === null ? null : ['tool', fault];
}

function compileErrors({ crate, diagnostics }: FailedBuild): Reason | null {
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

/** The error that cargo or maturin printed last. */
function reasonInLog({ crate, log }: FailedBuild): Reason {
  const cargo = cargoReason(log);
  const at = log.lastIndexOf('maturin failed');
  const causes = at < 0 ? [] : (log.slice(at).match(/Caused by: .*/g) ?? []);
  const maturin = causes
    .map(cause => cause.slice('Caused by: '.length))
    .find(cause => !cause.startsWith('Cargo build finished'));
  const reason = cargo || maturin || log.trim().split('\n').at(-1) || 'see the log';
  return ['build', `Building ${crate} failed: ${sentenceEnd(reason)}.`];
}

function sentenceEnd(text: string): string {
  return text.trim().replace(/[.:]$/, '');
}

/** Returns a sentence when rustup and not the crate is at fault, else `null`. */
export function toolchainFault(output: string): string | null {
  const fault =
    /^error: (.*(?:toolchain|rustup).*(?:not installed|no (?:override|default)|could not choose|not configured).*)$/im.exec(
      output
    );
  return fault
    ? `rustup could not start cargo (${fault[1]!.replace(/\.$/, '')}): install a toolchain with \`rustup default stable\`, or correct rust-toolchain.toml.`
    : null;
}

/** Returns the error that cargo printed and its deepest cause, with the place if cargo names one. */
export function cargoReason(output: string): string {
  const lines = output.split('\n').map(line => line.trim());
  const error = lines.find(line => line.startsWith('error: '))?.slice('error: '.length);
  const place = lines.find(line => line.startsWith('--> '))?.slice('--> '.length);
  const causes = lines.flatMap((line, index) =>
    line === 'Caused by:' ? [lines[index + 1] ?? ''] : []
  );
  const parts = [error, causes.at(-1)].flatMap(part => (part ? [part.replace(/\.$/, '')] : []));
  return parts.join(': ') + (place ? ` (${place})` : '');
}
