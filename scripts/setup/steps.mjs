/** Does the steps of a set-up in order, each once, and again only when what it reads has changed. */
import { existsSync } from 'node:fs';

import { SetUpError, again, explain } from './failures.mjs';
import { ROOT, STAMPS } from './places.mjs';
import { progress } from './progress.mjs';
import { Interrupted } from './run.mjs';
import { Stamp, digest } from './stamp.mjs';

/**
 * @typedef {object} Step
 * @property {string} name its stamp's
 * @property {string} doing what is printed while it runs: `making .venv`
 * @property {string[]} [inputs] as `digest` takes them; a step without any is done when what it makes is there
 * @property {string[]} makes absolute paths that must exist afterwards
 * @property {() => Promise<boolean>} [isSound] looks closer at what it made
 * @property {boolean} [optional] whether the next steps can do without it
 * @property {(task: {detail: (text: string) => void, wasInterrupted: boolean}) => Promise<void>} work
 */

/**
 * @param {Step[]} steps
 * @param {{root?: string, stamps?: string, out?: NodeJS.WriteStream}} options
 * @throws {SetUpError} when a step fails; what the tool said about it has been printed by then
 * @throws {Interrupted} when a signal stopped a step
 */
export async function doSteps(steps, { root = ROOT, stamps = STAMPS, out = process.stderr } = {}) {
  for (const [index, step] of steps.entries()) {
    const stamp = new Stamp(stamps, step.name);
    const inputs = step.inputs && digest(root, step.inputs);
    if (await isDone(step, stamp, inputs)) continue;
    const line = progress(`[${index + 1}/${steps.length}]`, step.doing, out);
    try {
      const wasInterrupted = stamp.unfinished;
      stamp.begin();
      await step.work({ detail: line.detail, wasInterrupted });
      const missing = step.makes.filter(made => !existsSync(made));
      if (missing.length > 0) throw new Error(`it did not make ${missing.join(', ')}`);
      stamp.finish(inputs ?? '');
      line.end();
    } catch (error) {
      if (error instanceof Interrupted) {
        line.end('stopped after');
        error.message = `Stopped while ${step.doing}. \`${again()}\` goes on from there.`;
        throw error;
      }
      line.end('failed after');
      const { lines, sentence } = explain(step.doing, error);
      if (lines.length > 0) out.write(`\n${lines.map(text => `    ${text}\n`).join('')}\n`);
      if (!step.optional) throw new SetUpError(sentence, { cause: error });
      out.write(`${sentence}\nGoing on without it.\n\n`);
    }
  }
}

async function isDone(step, stamp, inputs) {
  if (inputs !== undefined && !stamp.matches(inputs)) return false;
  if (!step.makes.every(made => existsSync(made))) return false;
  return (await step.isSound?.()) ?? true;
}
