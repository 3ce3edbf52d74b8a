import type { Diagnostic, FailureKind } from '@jupyterlab-maturin/protocol';
import { BuildFailure } from '../buildFailure.js';
import type { Diagnostics } from './diagnostics.js';
import { toolchainFault } from './toolchainFault.js';

/** What is known about a build when maturin has failed. */
export interface FailedBuild {
  crate: string;
  manifest: string;
  interpreter: string;
  /** cargo's target directory. */
  target: string;
  diagnostics: Diagnostics;
  /** The end of the log, without colours. */
  log: string;
}

/** Returns why maturin failed, in one sentence. Of several reasons, the first one here helps the person most. */
export function explainFailure(build: FailedBuild): BuildFailure {
  const [kind, message] =
    fullDisk(build) ??
    refusedPython(build) ??
    missingLinker(build) ??
    brokenToolchain(build) ??
    compileErrors(build) ??
    reasonInLog(build);
  return new BuildFailure(kind, message);
}

type Reason = [FailureKind, string];

/** rustc, the linker and cargo each say this in another place, and rustc's sentence looks like an error in the code. */
function fullDisk({ crate, target, log, diagnostics }: FailedBuild): Reason | null {
  const full = /no space left on device|disk quota exceeded|os error (?:28|122)\b/i;
  const first = diagnostics.firstError;
  const said =
    first === null ? log : [first.message, ...first.children.map(({ message }) => message)].join();
  return full.test(said)
    ? [
        'tool',
        `The disk was full while ${crate} was built: free some space where ${target} and the temporary folder are (\`cargo clean\` removes what cargo built), or set CARGO_TARGET_DIR and TMPDIR to another disk.`
      ]
    : null;
}

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
  const linker = linkerReason(first);
  if (linker !== null) {
    return ['build', `${crate} compiles but could not be linked: ${linker}.`];
  }
  const span = first.spans.find(one => one.is_primary) ?? first.spans[0];
  const place = span ? ` in ${span.file_name}:${span.line_start}:${span.column_start}` : '';
  const which = errors === 1 ? `one error${place}` : `${errors} errors, the first${place}`;
  return [
    'build',
    `${crate} does not compile: ${which}: ${sentenceEnd(first.message.split('\n')[0]!)}.`
  ];
}

/** What the linker said, which rustc has in a note below "linking with `cc` failed"; `null` for other errors. */
function linkerReason({ message, children }: Diagnostic): string | null {
  if (!/^linking with /.test(message)) return null;
  const said = children.flatMap(child => child.message.split('\n'));
  const line = LINKER_ERRORS.map(pattern => said.find(one => pattern.test(one))).find(Boolean);
  if (line === undefined) return sentenceEnd(message);
  const reason = sentenceEnd(line.replace(/^.*?\b(?:ld(?:\.\w+)?|lld|ld64): (?:error: )?/, ''));
  const library =
    /(?:cannot find|unable to find library|library not found for) (-l\S+?):?(?:\s|$)/.exec(
      line
    )?.[1];
  return library
    ? `${reason}; install that library with its development files, or name its folder in a build script (\`cargo::rustc-link-search=FOLDER\`)`
    : reason;
}

/** The linkers' own errors, what says most first. */
const LINKER_ERRORS = [
  /cannot find -l|unable to find library|library not found/,
  /undefined (?:reference|symbol)/i,
  /^[\w-]+(?:: [\w-]+)?: error: /,
  // Not the linker's call, which stands in another note.
  /^[^" ]*\bld(?:\.\w+)?: /
];

/** The error that cargo or maturin printed last. */
function reasonInLog({ crate, manifest, log }: FailedBuild): Reason {
  const cargo = cargoReason(log);
  const at = log.lastIndexOf('maturin failed');
  const causes = at < 0 ? [] : (log.slice(at).match(/Caused by: .*/g) ?? []);
  const maturin = causes
    .map(cause => cause.slice('Caused by: '.length))
    .find(cause => !cause.startsWith('Cargo build finished'));
  const reason = cargo || maturin || log.trim().split('\n').at(-1) || '';
  return [
    'build',
    reason
      ? `Building ${crate} failed: ${sentenceEnd(reason)}.`
      : `Building ${crate} failed, and neither cargo nor maturin said why: try \`cargo build\` in the folder of ${manifest}.`
  ];
}

function sentenceEnd(text: string): string {
  return text.trim().replace(/[.:]$/, '');
}

/**
 * Returns the error that cargo printed and its deepest cause, with the place if cargo names one, who required the package
 * that is missing, and whether cargo was offline.
 */
export function cargoReason(output: string): string {
  const lines = output.split('\n').map(line => line.trim());
  const error = lines.find(line => line.startsWith('error: '))?.slice('error: '.length);
  const place = lines.find(line => line.startsWith('--> '))?.slice('--> '.length);
  const causes = lines.flatMap((line, index) =>
    line === 'Caused by:' ? [lines[index + 1] ?? ''] : []
  );
  const required = lines.find(line => line.startsWith('required by package '));
  const parts = [error, causes.at(-1), required].flatMap(part =>
    part ? [part.replace(/\.$/, '')] : []
  );
  const offline = error !== undefined && /offline mode|--offline\b/.test(output) ? OFFLINE : '';
  return parts.join(': ') + (place ? ` (${place})` : '') + offline;
}

/** cargo speaks of `--offline`, which nobody typed here. */
const OFFLINE =
  '; cargo is offline (by CARGO_NET_OFFLINE, or `offline` in [net] of a .cargo/config.toml) and has no copy of what it needs: take that away for one build with a network';
