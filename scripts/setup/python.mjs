/** Finds a Python that is new enough. */
import { CommandError, run } from './run.mjs';

const CANDIDATES = ['python3', 'python3.13', 'python3.12', 'python3.11', 'python3.14', 'python'];

/** @returns {Promise<string>} the absolute path of a Python ≥ 3.11, the `PYTHON` variable's first. */
export async function findPython() {
  const asked = process.env.PYTHON ? [process.env.PYTHON] : CANDIDATES;
  const seen = [];
  for (const candidate of asked) {
    try {
      const answer = await run(candidate, [
        '-c',
        'import sys; print(sys.executable, "%d.%d" % sys.version_info[:2], int(sys.version_info >= (3, 11)), sep="|")'
      ]);
      const [executable, version, fits] = answer.trim().split('|');
      if (fits === '1') return executable;
      seen.push(`${candidate} is ${version}`);
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
    }
  }
  const found = seen.length > 0 ? seen.join(', ') : `none of ${asked.join(', ')} runs`;
  throw new Error(
    `Looking for Python 3.11 or newer: ${found}. Install one, or name it: PYTHON=/path/to/python3 npm start`
  );
}
