import type { CourseList, ExerciseState, ExerciseSummary } from '@jupyterlab-maturin/protocol';

import { type Shown, shown } from './shown.js';
import { columns, count, fit } from './text.js';

/** A sign beside the word, so that a state can be told without reading and without colours. */
const SIGNS: Record<ExerciseState, string> = {
  verified: '✓',
  skipped: '↷',
  started: '▸',
  open: '○',
  locked: '·'
};

/** Columns that are kept for the state, the title and the minutes beside the exercises' names. */
const BESIDE_NAMES = 52;

const STATE_WIDTH = Math.max(...Object.keys(SIGNS).map(state => state.length));

/** Returns the course as a table of at most `width` columns, a line each. */
export function exerciseTable(
  { exercises }: Pick<CourseList, 'exercises'>,
  width: number
): Shown[] {
  const longest = exercises.reduce((most, each) => Math.max(most, columns(nameOf(each))), 4);
  const nameWidth = Math.min(longest, Math.max(16, width - BESIDE_NAMES));
  const chapters = [...new Set(exercises.map(({ chapter }) => chapter))];
  return chapters.flatMap((chapter, index) => {
    const own = exercises.filter(exercise => exercise.chapter === chapter);
    const verified = own.filter(({ state }) => state === 'verified').length;
    const minutes = own.reduce((sum, exercise) => sum + exercise.minutes, 0);
    const right = `  ${verified} of ${own.length} verified, ${duration(minutes)}`;
    return [
      ...(index === 0 ? [] : [shown``]),
      shown`${chapter}`.arranged(name => fit(name, Math.max(8, width - right.length)) + right),
      ...own.map(exercise => row(exercise, nameWidth, width))
    ];
  });
}

function row(exercise: ExerciseSummary, nameWidth: number, width: number): Shown {
  const { state, minutes, title } = exercise;
  const name = nameOf(exercise).arranged(text => fit(text, nameWidth));
  const left = shown` ${SIGNS[state]} ${state.padEnd(STATE_WIDTH)}  ${name}  `;
  const right = shown`  ${String(minutes).padStart(3)} min`;
  const trials = trialsOf(exercise);
  const middle = (trials === '' ? shown`${title}` : shown`${title} (${trials})`).arranged(text =>
    fit(text, Math.max(8, width - columns(left) - columns(right)))
  );
  return shown`${left}${middle}${right}`;
}

/** The exercise's id without its chapter. */
function nameOf({ id }: ExerciseSummary): Shown {
  return shown`${id.slice(id.indexOf('/') + 1)}`;
}

/** What the learner has tried without success so far: `2 attempts, 1 hint`. */
function trialsOf({ state, attempts, hints }: ExerciseSummary): string {
  if (state === 'verified') return '';
  return [
    ...(attempts > 0 ? [count(attempts, 'attempt')] : []),
    ...(hints.given > 0 ? [count(hints.given, 'hint')] : [])
  ].join(', ');
}

function duration(minutes: number): string {
  return minutes < 60
    ? `${minutes} min`
    : `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')} min`;
}
