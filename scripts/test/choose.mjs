/** Reads the arguments of `npm test`. */
import { SetUpError } from '../setup/failures.mjs';

/**
 * @param {string[]} args stages' names and `--all`
 * @param {Record<string, object>} stages
 * @returns {{names: string[], all: boolean}} the stages to run, in their own order, and whether to run all of their tests
 * @throws {SetUpError} when a name is unknown
 */
export function choose(args, stages) {
  const all = args.includes('--all');
  const asked = args.filter(arg => arg !== '--all');
  const known = Object.keys(stages);
  const unknown = asked.filter(name => !known.includes(name));
  if (unknown.length > 0) {
    throw new SetUpError(
      `No stage is called ${unknown.join(', ')}. There are: ${known.join(', ')}.`
    );
  }
  return { names: known.filter(name => asked.length === 0 || asked.includes(name)), all };
}
