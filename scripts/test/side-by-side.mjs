/** Runs stages side by side, as many as the processors can take. */
import os from 'node:os';

/** A stage spends much of its time waiting for one process, so that two find room on one processor. */
const SLOTS = 2 * os.availableParallelism();

/**
 * Starts the stages in their order, each as soon as there is room for it.
 *
 * @template {{slots: number}} Stage
 * @template Result
 * @param {Stage[]} stages `slots` is how many processes it keeps busy; `Infinity`: it runs when nothing else does
 * @param {(stage: Stage) => Promise<Result>} run
 * @param {number} slots
 * @returns {Promise<Result[]>} in the order of the stages
 * @throws what the first stage to throw threw, when every stage that was running has come to its end
 */
export async function sideBySide(stages, run, slots = SLOTS) {
  const results = new Map();
  const running = new Set();
  const waiting = [...stages];
  let free = slots;
  let thrown;
  while (running.size > 0 || (waiting.length > 0 && !thrown)) {
    for (const stage of thrown ? [] : [...waiting]) {
      const taken = Math.min(stage.slots, slots);
      if (taken > free) continue;
      free -= taken;
      waiting.splice(waiting.indexOf(stage), 1);
      const task = run(stage)
        .then(result => results.set(stage, result))
        .catch(error => (thrown ??= { error }))
        .finally(() => {
          free += taken;
          running.delete(task);
        });
      running.add(task);
    }
    await Promise.race(running);
  }
  if (thrown) throw thrown.error;
  return stages.map(stage => results.get(stage));
}
