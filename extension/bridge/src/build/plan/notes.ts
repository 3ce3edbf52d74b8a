import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Profile } from './profile.js';

/**
 * Sentences about what the crate's own settings cost. They are kept as they are; the person only gets to know.
 */
export function profileNotes(profile: Profile): string[] {
  const notes: string[] = [];
  const say = (key: string, text: (value: unknown) => string | null) => {
    const setting = profile.settings.get(key);
    const sentence = setting && text(setting.value);
    if (setting && sentence) {
      const written =
        typeof setting.value === 'string' ? `"${setting.value}"` : String(setting.value);
      notes.push(
        `\`${key} = ${written}\` of profile ${profile.name} (${setting.where}) ${sentence}`
      );
    }
  };
  say('lto', value =>
    value === false || value === 'off'
      ? null
      : 'optimises across all crates at every build, which takes seconds instead of fractions of one; it is kept.'
  );
  say('codegen-units', value =>
    typeof value === 'number' && value < 4
      ? 'keeps rustc from compiling in parallel and makes rebuilds slower; it is kept.'
      : null
  );
  say('incremental', value =>
    value === false ? 'makes rustc compile the whole crate again at every edit; it is kept.' : null
  );
  say('opt-level', value =>
    profile.name !== 'dev' && value === 0
      ? 'leaves the code unoptimised: timings will be those of a debug build.'
      : null
  );
  say('panic', value => (value === 'abort' ? 'ends the whole kernel when Rust panics.' : null));
  return notes;
}

/**
 * Says so when PyO3 itself has to be compiled: once for a target directory and profile, and again whenever the
 * directory changes between interpreters.
 */
export async function pyo3Note(
  target: string,
  profile: Profile,
  interpreter: string
): Promise<string[]> {
  if (!(await hasPyo3(target, profile))) {
    return ['first build: PyO3 itself is compiled once'];
  }
  const last = await readFile(lastInterpreter(target, profile), 'utf8').catch(() => interpreter);
  return last === interpreter
    ? []
    : [
        `PyO3 is compiled again: ${target} was last built for ${last}; give each Python a CARGO_TARGET_DIR of its own to avoid that`
      ];
}

async function hasPyo3(target: string, profile: Profile): Promise<boolean> {
  // `build.target` puts a directory of the target's name in between.
  const folders = ['', ...(await readdir(target).catch(() => []))];
  for (const folder of folders) {
    const prints = join(target, folder, profile.directory, '.fingerprint');
    const units = await readdir(prints).catch(() => []);
    if (units.some(unit => unit.startsWith('pyo3-ffi-'))) {
      return true;
    }
  }
  return false;
}

/** Remember for whom PyO3 lies compiled in the target directory. */
export async function rememberInterpreter(
  target: string,
  profile: Profile,
  interpreter: string
): Promise<void> {
  await writeFile(lastInterpreter(target, profile), interpreter);
}

function lastInterpreter(target: string, profile: Profile): string {
  return join(target, 'jupyterlab-maturin', `interpreter-${profile.directory}`);
}
