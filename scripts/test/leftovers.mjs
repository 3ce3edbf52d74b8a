/**
 * Ends what a run of the tests has left behind when it was stopped: kernels, browsers and builds lead process groups of
 * their own, which a signal to their parent does not reach. All of them carry a variable that names the run.
 */
import { readFileSync, readdirSync } from 'node:fs';

export const RUN_VARIABLE = 'JUPYTERLAB_MATURIN_TEST_RUN';

/**
 * Kills every process of the run. Only Linux lets us read another process's environment; elsewhere this does nothing.
 *
 * @param {string} run the folder of the run, which is what `RUN_VARIABLE` says
 */
export function endLeftovers(run) {
  // One that is being killed can start another one meanwhile.
  for (let found = processesOf(run); found.length > 0; found = processesOf(run)) {
    for (const pid of found) {
      try {
        process.kill(pid, 'SIGKILL');
      } catch (error) {
        if (error.code !== 'ESRCH') throw error;
      }
    }
  }
}

/** @returns {number[]} the ids of the processes of the run, this one left out */
export function processesOf(run) {
  return folders('/proc')
    .filter(name => /^\d+$/.test(name))
    .map(Number)
    .filter(pid => pid !== process.pid && environmentOf(pid).includes(`${RUN_VARIABLE}=${run}`));
}

function folders(folder) {
  try {
    return readdirSync(folder);
  } catch {
    return []; // macOS has no /proc
  }
}

/** @returns {string[]} nothing for a process that has ended, is a zombie or belongs to somebody else */
function environmentOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0');
  } catch {
    return [];
  }
}
