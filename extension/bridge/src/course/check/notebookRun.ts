import { execa } from 'execa';

/** Where a notebook stopped. */
export interface Stop {
  /** Counts from 1. */
  cell: number;
  id: string;
  tags: string[];
  /** The exception's class and text. */
  name: string;
  value: string;
}

/** What became of a notebook that was run from top to bottom. */
export interface NotebookRun {
  /** `null`: it ran to its end. */
  stop: Stop | null;
  seconds: number;
  /** Cells that left outputs that a reader should not see: a traceback of the machinery's own. */
  cells: number;
}

/** Runs a notebook in its own folder, as Run All does. */
export async function runNotebook(
  script: string,
  interpreter: string,
  notebook: string,
  environment: Record<string, string>,
  wrap: readonly string[]
): Promise<NotebookRun> {
  const [file, ...args] = [...wrap, interpreter, script, notebook];
  const { stdout } = await execa(file, args, {
    env: environment,
    extendEnv: false,
    stdin: 'ignore'
  });
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as NotebookRun;
}

/** The exceptions that a lesson may stop with at the standard cells. */
const EXPECTED: Record<string, string[]> = {
  build: ['BuildError', 'ReloadError'],
  verify: ['VerificationError']
};

/** Says what is wrong with a run on the solution. */
export function judgeOnSolution({ stop }: NotebookRun): string[] {
  return stop === null ? [] : [`stops at ${describe(stop)}.`];
}

/** Says what is wrong with a run on the stub that should stop at the cell with this tag. */
export function judgeOnStub({ stop }: NotebookRun, tag: string): string[] {
  if (stop === null) return [`runs to its end, and should stop at ${tag}.`];
  if (!stop.tags.includes(tag)) {
    return [`should stop at ${tag}, and stops at ${describe(stop)}.`];
  }
  const allowed = EXPECTED[tag];
  return allowed === undefined || allowed.includes(stop.name)
    ? []
    : [`stops at ${tag} with ${stop.name} (${stop.value}) and not with ${allowed.join(' or ')}.`];
}

function describe(stop: Stop): string {
  const tags = stop.tags.length > 0 ? `, tagged ${stop.tags.join(', ')}` : '';
  return `cell ${stop.cell} (${stop.id}${tags}): ${stop.name}: ${stop.value}`;
}
