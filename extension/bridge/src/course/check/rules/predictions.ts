import type { Manifest } from '../../exercises/manifest.js';

/** What this rule reads of a notebook's cell. */
export interface PredictionCell {
  type: string;
  source: string;
}

/**
 * Reports what is wrong with the `%%predict` cells of a lesson: each has its answer in `exercise.toml`, and the other way
 * round; each offers two to four choices; and the next cell is the code that shows what happens.
 */
export function predictionProblems(
  cells: readonly PredictionCell[],
  { predictions }: Pick<Manifest, 'predictions'>
): string[] {
  const asked = new Set<string>();
  const problems = cells.flatMap(({ type, source }, index) => {
    const [line, name] = (type === 'code' && /^%%predict(?:[ \t]+(\S+))?/.exec(source)) || [];
    if (line === undefined) return [];
    if (name === undefined) return ['a %%predict cell has no name, so it has no answer.'];
    const texts = asked.has(name) ? [`%%predict ${name} is there twice.`] : [];
    asked.add(name);
    const choices = choicesIn(source);
    if (choices < 2 || choices > 4) {
      texts.push(`%%predict ${name} has ${choices} choices; there must be two to four.`);
    }
    if (!Object.hasOwn(predictions, name)) {
      texts.push(`%%predict ${name} has no [predictions.${name}] in exercise.toml.`);
    } else if (predictions[name]!.answer > choices) {
      texts.push(
        `%%predict ${name} has ${choices} choices, and its answer is number ${predictions[name]!.answer}.`
      );
    }
    if (cells[index + 1]?.type !== 'code') {
      texts.push(`the cell after %%predict ${name} must be the code that shows what happens.`);
    }
    return texts;
  });
  return [
    ...problems,
    ...Object.keys(predictions)
      .filter(name => !asked.has(name))
      .map(name => `no cell says \`%%predict ${name}\`, which exercise.toml answers.`)
  ];
}

/** Counts the items of the Markdown list at the end of a cell; a blank line may lie between two. */
function choicesIn(source: string): number {
  const lines = source.replace(/^(\s{0,3})(```|~~~)[\s\S]*?^\s{0,3}\2/gm, '$1code').split('\n');
  // What follows the last paragraph that begins at the margin, which is the question's last.
  const question = lines.findLastIndex(line => /^(?![-*+]\s)\S/.test(line));
  return lines.slice(question + 1).filter(line => /^[-*+]\s+\S/.test(line)).length;
}
