import { BuildFailure } from '../buildFailure.js';
import { tableAt } from '../crate/toml.js';
import { configFiles } from './profile.js';

/** The words for this machine in the names of Rust's targets. */
const SYSTEM: Record<string, string> = { linux: 'linux', darwin: 'apple-darwin' };
const PROCESSOR: Record<string, string[]> = {
  x64: ['x86_64'],
  arm64: ['aarch64', 'arm64e'],
  ia32: ['i686', 'i586'],
  arm: ['arm', 'armv7', 'thumbv7neon'],
  ppc64: ['powerpc64le', 'powerpc64'],
  s390x: ['s390x'],
  riscv64: ['riscv64gc']
};

/**
 * Refuses a build for another machine, which no kernel could load. cargo takes the target from CARGO_BUILD_TARGET or from
 * `build.target` of its configuration, and maturin's own errors name neither.
 *
 * @param directory where cargo runs: its configuration is looked for there and above
 * @throws BuildFailure (`crate`) that names the setting and where it was found
 */
export async function refuseForeignTarget(
  directory: string,
  environment: Record<string, string>
): Promise<void> {
  const variable = environment['CARGO_BUILD_TARGET'];
  if (variable) {
    if (isForeign(variable)) throw refusal(`CARGO_BUILD_TARGET is \`${variable}\``, 'unset it');
    return;
  }
  // The innermost file counts.
  for (const { where, table } of (await configFiles(directory, environment)).reverse()) {
    const value = tableAt(table, 'build')['target'];
    const targets = [value].flat().filter(one => typeof one === 'string');
    if (targets.length === 0) continue;
    const foreign = targets.find(isForeign);
    if (foreign !== undefined) {
      throw refusal(
        `\`target\` in [build] of ${where} is \`${foreign}\``,
        "take it out, or set CARGO_BUILD_TARGET to this machine's target"
      );
    }
    return;
  }
}

function isForeign(target: string): boolean {
  // A specification of the user's own: only rustc knows what it stands for.
  if (target.endsWith('.json')) return false;
  const system = SYSTEM[process.platform];
  const processors = PROCESSOR[process.arch];
  if (system === undefined || processors === undefined) return false;
  // Rosetta runs programs for the other processor.
  const fits = process.platform === 'darwin' || processors.includes(target.split('-')[0]!);
  return !(fits && target.includes(system) && !target.includes('android'));
}

function refusal(setting: string, remedy: string): BuildFailure {
  const machine = `${process.arch === 'x64' ? 'x86_64' : process.arch}, ${process.platform}`;
  return new BuildFailure(
    'crate',
    `${setting}, so cargo builds for another machine than the one this Python runs on (${machine}): ${remedy}.`
  );
}
