import { Screen } from './screen.js';
import { Shown, shown } from './shown.js';
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
  lines: Shown[],
  notes: string[] = []
): void {
  const screen = new Screen();
  if (json) {
    screen.printJson(answer);
    return;
  }
  const below = notes.map(note => prose(Shown.remark(`note: ${note}`)));
  screen.print(...lines, ...(below.length > 0 ? [shown``, ...below] : []));
}
