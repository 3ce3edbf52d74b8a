import { prose } from './text.js';

/**
 * Prints what a command has found out.
 *
 * @param json whether a program reads it: then `answer` is printed as JSON
 * @param lines what a person reads in place of that
 * @param notes sentences for the person that come last; a program finds them in `answer`
 */
export function printAnswer(
  json: boolean,
  answer: object,
  lines: (string | string[])[],
  notes: string[] = []
): void {
  const below = notes.flatMap(note => prose(`note: ${note}`));
  const text = [...lines.flat(), ...(below.length > 0 ? ['', ...below] : [])];
  process.stdout.write(json ? `${JSON.stringify(answer)}\n` : `${text.join('\n')}\n`);
}
