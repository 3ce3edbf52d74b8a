/** One thing that is wrong with the content, for its author. */
export interface Problem {
  /** The exercise's id, or a file of the course. */
  where: string;
  /** One sentence. */
  text: string;
}

/** What was run so far, and what is wrong. */
export class Report {
  readonly counts = { stubs: 0, solutions: 0, mutants: 0, notebooks: 0 };
  readonly problems: Problem[] = [];

  constructor(readonly print: (line: string) => void) {}

  /** Prints what one step of the check found. */
  step(name: string, problems: Problem[]): void {
    this.problems.push(...problems);
    for (const { where, text } of problems) this.print(`${mark(false)} ${where}: ${text}`);
    this.print(`${mark(problems.length === 0)} ${name}`);
  }
}

/** What is printed about one exercise or notebook: at once when all is done, for several are checked at a time. */
export class Section {
  private readonly lines: string[];

  constructor(
    private readonly report: Report,
    private readonly where: string
  ) {
    this.lines = [where];
  }

  /**
   * Adds what was run.
   *
   * @param counted what it counts as; `null` for something that could not be run
   * @param success what to say when there are no problems
   */
  add(
    counted: keyof Report['counts'] | null,
    name: string,
    problems: string[],
    success: string
  ): void {
    if (counted !== null) this.report.counts[counted] += 1;
    const good = problems.length === 0;
    this.lines.push(`  ${mark(good)} ${name}${good ? `  ${success}` : ''}`);
    for (const text of problems) {
      this.lines.push(`      ${text}`);
      this.report.problems.push({ where: this.where, text: `${name} ${text}` });
    }
  }

  print(): void {
    this.lines.forEach(this.report.print);
  }
}

function mark(good: boolean): string {
  return good ? '✓' : '✗';
}
