import { execa } from 'execa';

/** The cell at which a notebook stopped. */
export interface Stop {
  /** Its number, from 1. */
  cell: number;
  id: string;
  tags: string[];
  /** The exception's class and text. */
  name: string;
  value: string;
}

/** What became of a notebook that was run from top to bottom, as `run_notebook.py` prints it. */
export interface NotebookRun {
  /** `null`: it ran to its end. */
  stop: Stop | null;
}

/** Runs a notebook in its own folder, as Run All does, by a command that ends with `run_notebook.py` and its path. */
export async function runNotebook(
  command: string[],
  environment: Record<string, string>
): Promise<NotebookRun> {
  const [file = '', ...args] = command;
  const { stdout } = await execa(file, args, {
    env: environment,
    extendEnv: false,
    stdin: 'ignore'
  });
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as NotebookRun;
}

/** The exceptions with which a lesson may stop at its build and verify cells. */
const EXPECTED: Record<string, string[]> = {
  build: ['BuildError', 'ReloadError'],
  verify: ['VerificationError']
};

/** Says what is wrong with a run on the solution. */
export function judgeOnSolution({ stop }: NotebookRun): string[] {
  return stop === null ? [] : [`stops at ${describe(stop)}.`];
}

/** Says what is wrong with a run on the stub, which should stop at the cell with this tag. */
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
