import { join } from 'node:path';
import { RECORD_VERSION } from '@jupyterlab-maturin/protocol';
import type { BuildRequest, RecordedPlan } from '@jupyterlab-maturin/protocol';
import { writeOurs } from '../../foreign/ours.js';
import type { Plan } from '../plan/plan.js';

/** How the line begins in which the cargo script tells the bridge of cargo's call. */
export const CALL = 'jupyterlab-maturin cargo: ';

/** Variables that the script's shell sets for itself. */
const SHELL = new Set(['PWD', 'OLDPWD', 'SHLVL', '_']);

/** How maturin called cargo, in all that is needed to repeat it. */
interface Call {
  arguments: string[];
  directory: string;
  environment: Map<string, string>;
}

/**
 * Listens for the cargo script's word on how maturin called it: in hexadecimal, the directory, the number of arguments,
 * the arguments and the environment, each with a zero byte behind it.
 */
export class CargoCall {
  private readonly calls: (Call | null)[] = [];

  /** Takes in a line of descriptor 3. Returns whether it was about a call. */
  accept(line: string): boolean {
    if (!line.startsWith(CALL)) return false;
    this.calls.push(readCall(line.slice(CALL.length)));
    return true;
  }

  /** The call, or `null` when there was not exactly one: a macro may print such a line, too. */
  get only(): Call | null {
    return this.calls.length === 1 ? this.calls[0]! : null;
  }
}

function readCall(hexadecimal: string): Call | null {
  const parts = Buffer.from(hexadecimal, 'hex').toString('utf8').split('\0').slice(0, -1);
  const [directory, count, ...rest] = parts;
  const words = Number(count);
  if (directory === undefined || !Number.isSafeInteger(words) || words > rest.length) return null;
  const variables = rest.slice(words).map(entry => {
    const at = entry.indexOf('=');
    return [entry.slice(0, at), entry.slice(at + 1)] as const;
  });
  return { directory, arguments: rest.slice(0, words), environment: new Map(variables) };
}

/**
 * Keeps the cargo call of a build as `plan.json` beside the module's generations. When maturin did not call `cargo rustc`
 * exactly once, nothing is written, and the file of an earlier build stays.
 *
 * Of the environment, only what maturin changed is kept: the rest is known again when the call is repeated, and may hold
 * the user's passwords.
 */
export async function keepCargoCall(
  { only: call }: CargoCall,
  moduleDirectory: string,
  plan: Plan,
  request: BuildRequest
): Promise<void> {
  if (call === null) {
    return;
  }
  const { profile, features, defaultFeatures, interpreter } = request;
  const recorded: RecordedPlan = {
    version: RECORD_VERSION,
    cargo: plan.tools.cargo,
    call: {
      arguments: call.arguments,
      directory: call.directory,
      ...changes(plan.environment, call.environment)
    },
    manifest: plan.source.manifest,
    interpreter,
    maturin: plan.tools.maturinVersion,
    profile,
    features,
    defaultFeatures
  };
  await writeOurs(join(moduleDirectory, 'plan.json'), JSON.stringify(recorded));
}

function changes(
  before: Record<string, string>,
  after: Map<string, string>
): Pick<RecordedPlan['call'], 'set' | 'unset'> {
  const isOfInterest = (name: string): boolean => !SHELL.has(name);
  const set = [...after].filter(([name, value]) => isOfInterest(name) && before[name] !== value);
  const unset = Object.keys(before).filter(name => isOfInterest(name) && !after.has(name));
  return { set: Object.fromEntries(set), unset };
}
