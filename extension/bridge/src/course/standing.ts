import type { CourseList, ExerciseState, ExerciseSummary } from '@jupyterlab-maturin/protocol';

import type { Course, Exercise } from './discover.js';
import { readProgress } from './progress/file.js';
import { foldProgress, untouched, type Standing } from './progress/fold.js';

/** Reads the progress and returns how the learner stands with every exercise. */
export function list(course: Course): CourseList {
  const { events, problems } = readProgress(course.root);
  const standings = foldProgress(events);
  const known = new Set(course.exercises.map(exercise => exercise.id));
  const strangers = [...standings.keys()].filter(id => !known.has(id));
  const missing: string[] = [];
  const exercises = course.exercises.map(exercise => {
    const standing = standings.get(exercise.id) ?? untouched();
    const summary = summarise(exercise, standing, [...missing]);
    if (!standing.verifiedOnce && !standing.skipped) missing.push(exercise.id);
    return summary;
  });
  const notes = [...course.problems, ...problems];
  if (strangers.length > 0) {
    notes.push(
      `progress.jsonl also speaks of ${strangers.join(', ')}, which this course does not have; those lines are kept.`
    );
  }
  return { root: course.root, exercises, notes };
}

/** Returns how the learner stands with one exercise. */
export function standingOf(course: Course, exercise: Exercise): ExerciseSummary {
  // `exercise` comes from this very course, so it is in the list.
  return list(course).exercises.find(({ id }) => id === exercise.id)!;
}

function summarise(exercise: Exercise, standing: Standing, missing: string[]): ExerciseSummary {
  const { manifest } = exercise;
  return {
    id: exercise.id,
    chapter: exercise.chapter,
    title: manifest.title,
    summary: manifest.summary,
    kind: manifest.kind,
    minutes: manifest.minutes,
    concepts: manifest.concepts,
    state: state(standing, missing),
    missing,
    attempts: standing.attempts,
    hints: { given: standing.hints, total: manifest.hints.length },
    directory: exercise.directory,
    notebook: exercise.notebook
  };
}

function state(standing: Standing, missing: string[]): ExerciseState {
  if (standing.verified) return 'verified';
  if (standing.skipped) return 'skipped';
  if (standing.touched) return 'started';
  return missing.length > 0 ? 'locked' : 'open';
}

/** The sentence that says what comes before an exercise, or `null` when nothing is missing. */
export function openedEarly(summary: ExerciseSummary): string | null {
  const { missing } = summary;
  if (missing.length === 0 || summary.state === 'verified') return null;
  const shown = missing.slice(0, 3).join(', ');
  const rest = missing.length - 3;
  const names = rest > 0 ? `${shown} and ${rest} more` : shown;
  return `Opened early: ${names} come${missing.length === 1 ? 's' : ''} before it and ${missing.length === 1 ? 'is' : 'are'} not verified yet.`;
}
