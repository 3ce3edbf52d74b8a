import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Write the `sh` script that the `CARGO` variable names while maturin runs, and return its path.
 *
 * maturin calls it in place of cargo. It runs the user's own cargo and
 * - asks for rustc's diagnostics as JSON, coloured text included, where maturin asks for text only;
 * - copies cargo's messages to the bridge. Descriptor 3 is a socket: it can be inherited but not opened by its path,
 *   so `tee` has it as its stdout, and maturin's own pipe as its file;
 * - records arguments, directory and environment, for {@link readRecord}.
 *
 * It is `sh` because starting Node would cost a tenth of a second.
 *
 * @param original what `CARGO` was before, so that build scripts and rustc see what they always saw
 */
export async function writeCargoScript(
  directory: string,
  cargo: string,
  original: string | undefined
): Promise<string> {
  const record = join(directory, 'record');
  const file = join(directory, 'cargo');
  await mkdir(record, { mode: 0o700 });
  const restore = original === undefined ? 'unset CARGO' : `CARGO=${quoted(original)}; export CARGO`;
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
umask 077
printf '%s\\0' "$@" > "$record.arguments"
pwd > "$record.directory"
env -0 > "$record.environment"
{ { "$cargo" "$@" 3>&- 4>&-; echo $? > "$record.status"; } | tee /dev/fd/4 >&3; } 4>&1
read -r status < "$record.status" || status=101
exit "$status"
`;
  await writeFile(file, script, { mode: 0o700 });
  return file;
}

function quoted(word: string): string {
  return `'${word.replaceAll("'", `'\\''`)}'`;
}
