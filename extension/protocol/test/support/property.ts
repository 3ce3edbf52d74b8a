/** Tests that try a claim on many inputs. `npm test` tries a few, the same each time; `npm run fuzz` tries many new ones. */
import { appendFileSync } from 'node:fs';
import fc from 'fast-check';
import { test } from 'vitest';

/** Inputs for each claim, and where they begin. `npm run fuzz` says both. */
const RUNS = Number(process.env['FUZZ_RUNS'] ?? 100);
const SEED = Number(process.env['FUZZ_SEED'] ?? 1);
/** A file to which each claim adds how many inputs it met. */
const REPORT = process.env['FUZZ_REPORT'];

/** The long run takes as long as it takes. */
const LIMIT = process.env['FUZZ_RUNS'] === undefined ? 60_000 : 3_600_000;

/** Characters of what is told about an input that breaks a claim: inputs may be of any length. */
const MOST_TOLD = 4000;

export interface PropertyOptions<Input> {
  /** Inputs for which the claim was once wrong. They are tried first, in each run. */
  examples?: Input[];
  /** What part of the usual number of inputs is tried, where each one takes its time: `0.2`. */
  share?: number;
}

/**
 * A test that holds `claim` against many inputs. When one is found for which it throws, the smallest such input is told.
 *
 * @param claim throws when the input breaks it
 */
export function property<Input>(
  name: string,
  inputs: fc.Arbitrary<Input>,
  claim: (input: Input) => unknown,
  { examples = [], share = 1 }: PropertyOptions<Input> = {}
): void {
  test(name, { timeout: LIMIT }, async () => {
    const began = performance.now();
    const details = await fc.check(
      fc.asyncProperty(inputs, async input => {
        await claim(input);
      }),
      {
        numRuns: Math.max(examples.length + 1, Math.round(RUNS * share)),
        seed: SEED,
        examples: examples.map(example => [example])
      }
    );
    if (REPORT !== undefined) {
      const seconds = (performance.now() - began) / 1000;
      const line = { name, cases: details.numRuns, seconds, found: details.failed };
      appendFileSync(REPORT, `${JSON.stringify(line)}\n`);
    }
    if (details.failed) {
      const told = fc.defaultReportMessage(details) ?? '';
      throw new Error(told.slice(0, MOST_TOLD), { cause: details.errorInstance });
    }
  });
}
