import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ownersOf } from '../plan/home.js';
import { CALL } from './cargoCall.js';

/**
 * The copy of a workspace that is built.
 *
 * cargo names its artifacts after the package and the package's place *inside* the workspace, and does not build again
 * what is newer than the sources. So it cannot tell apart two copies of one crate that share a target directory: the
 * second would silently get the first one's library. For this reason the script, which runs under the target directory's
 * lock, remembers for each package the workspace that built it last, and removes cargo's fingerprints when that was
 * another one.
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
 * Writes the `sh` script that maturin runs in place of cargo, because the `CARGO` variable names it. Returns its path.
 *
 * The script runs the user's own cargo and
 * - asks for rustc's diagnostics as JSON that includes the coloured text, where maturin asks for the text only;
 * - copies cargo's messages to descriptor 3, which the guard passes on to the bridge;
 * - tells the bridge its directory, arguments and environment through descriptor 3, see `CargoCall`. That way no
 *   variable of the user's is ever written to the disk;
 * - makes cargo build again what another copy of the workspace has built last, see {@link Copy}.
 *
 * It is not a Node script because Node takes a tenth of a second to start.
 *
 * @param original the value of `CARGO` before, which build scripts and rustc get to see as without us
 */
export async function writeCargoScript(
  directory: string,
  cargo: string,
  original: string | undefined,
  copy: Copy
): Promise<string> {
  const file = join(directory, 'cargo');
  const owners = ownersOf(copy.home);
  const restore =
    original === undefined ? 'unset CARGO' : `CARGO=${quoted(original)}; export CARGO`;
  const script = `#!/bin/sh
${restore}
cargo=${quoted(cargo)}
ended=${quoted(directory)}/ended-$$
[ "$1" = rustc ] || exec "$cargo" "$@"
for argument do
  shift
  case $argument in
    json-render-diagnostics) argument=json-diagnostic-rendered-ansi ;;
    --message-format=json-render-diagnostics) argument=--message-format=json-diagnostic-rendered-ansi ;;
  esac
  set -- "$@" "$argument"
done
# What cargo makes is for this user alone.
umask 077
root=${quoted(copy.root)}
target=${quoted(copy.target)}
# cargo writes 16 hexadecimal digits behind the name; without them, \`pyo3-*\` would be \`pyo3-ffi\`, too.
hash='[0-9a-f][0-9a-f][0-9a-f][0-9a-f]'
hash=$hash$hash$hash$hash
for package in ${copy.packages.map(quoted).join(' ')}; do
  owner=${quoted(owners)}/$package
  last=
  [ ! -f "$owner" ] || IFS= read -r last < "$owner"
  [ "$last" != "$root" ] || continue
  rm -rf "$target"/*/.fingerprint/"$package"-$hash "$target"/*/*/.fingerprint/"$package"-$hash
  printf '%s\\n' "$root" > "$owner"
done
{
  printf '\\n${CALL}'
  { printf '%s\\0' "$PWD" "$#" "$@"; env -0; } | od -An -v -tx1 | tr -d ' \\t\\n'
  echo
} >&3
{ "$cargo" "$@" 3>&-; echo $? > "$ended"; } | tee /dev/fd/3
read -r status < "$ended" || status=101
exit "$status"
`;
  await writeFile(file, script, { mode: 0o700 });
  return file;
}

function quoted(word: string): string {
  return `'${word.replaceAll("'", `'\\''`)}'`;
}
