import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Which copy of a workspace is being built.
 *
 * cargo names what it builds after the package and its place *inside* the workspace, and takes it for fresh when no
 * source is younger. Two copies of one crate that share a target directory are then the same to it, and the second one
 * is handed the first one's library without a word. So the script, which runs under the target directory's lock, keeps
 * for each package the workspace that built it last, and drops cargo's fingerprints when that was another one.
 */
export interface Copy {
  /** Absolute path of the workspace's root. */
  root: string;
  /** The names of the workspace's packages. */
  packages: string[];
  /** Absolute path of cargo's target directory. */
  target: string;
  /** Absolute path of our own directory below it. */
  home: string;
}

/**
 * Write the `sh` script that the `CARGO` variable names while maturin runs, and return its path.
 *
 * maturin calls it in place of cargo. It runs the user's own cargo and
 * - asks for rustc's diagnostics as JSON, coloured text included, where maturin asks for text only;
 * - copies cargo's messages to descriptor 3, which the guard passes on to the bridge;
 * - records arguments, directory and environment, for {@link readRecord};
 * - makes cargo look afresh at packages that another copy of the workspace built last, see {@link Copy}.
 *
 * It is `sh` because starting Node would cost a tenth of a second.
 *
 * @param original what `CARGO` was before, so that build scripts and rustc see what they always saw
 */
export async function writeCargoScript(
  directory: string,
  cargo: string,
  original: string | undefined,
  copy: Copy
): Promise<string> {
  const record = join(directory, 'record');
  const file = join(directory, 'cargo');
  const owners = join(copy.home, 'owners');
  await Promise.all([mkdir(record, { mode: 0o700 }), mkdir(owners, { recursive: true })]);
  const restore =
    original === undefined ? 'unset CARGO' : `CARGO=${quoted(original)}; export CARGO`;
  const script = `#!/bin/sh
${restore}
cargo=${quoted(cargo)}
record=${quoted(record)}/$$
[ "$1" = rustc ] || exec "$cargo" "$@"
for argument do
  shift
  case $argument in
    json-render-diagnostics) argument=json-diagnostic-rendered-ansi ;;
    --message-format=json-render-diagnostics) argument=--message-format=json-diagnostic-rendered-ansi ;;
  esac
  set -- "$@" "$argument"
done
root=${quoted(copy.root)}
target=${quoted(copy.target)}
for package in ${copy.packages.map(quoted).join(' ')}; do
  owner=${quoted(owners)}/$package
  last=
  [ ! -f "$owner" ] || IFS= read -r last < "$owner"
  [ "$last" != "$root" ] || continue
  rm -rf "$target"/*/.fingerprint/"$package"-* "$target"/*/*/.fingerprint/"$package"-*
  printf '%s\\n' "$root" > "$owner"
done
umask 077
printf '%s\\0' "$@" > "$record.arguments"
pwd > "$record.directory"
env -0 > "$record.environment"
{ "$cargo" "$@" 3>&-; echo $? > "$record.status"; } | tee /dev/fd/3
read -r status < "$record.status" || status=101
exit "$status"
`;
  await writeFile(file, script, { mode: 0o700 });
  return file;
}

function quoted(word: string): string {
  return `'${word.replaceAll("'", `'\\''`)}'`;
}
