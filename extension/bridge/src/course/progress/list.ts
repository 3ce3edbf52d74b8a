import type { CourseList, ExerciseState, ExerciseSummary } from '@jupyterlab-maturin/protocol';

import { tellable } from '../../foreign/sentence.js';
import type { Course, Exercise } from '../exercises/course.js';
import { NO_PROGRESS, progressByExercise, type ExerciseProgress } from './exerciseProgress.js';
import { PROGRESS_FILE, readProgress } from './progressFile.js';

/** Exercises of another course that are named; the others are counted. */
const IDS_GIVEN = 5;

/** Returns all exercises of the course, with how far the learner is with each. */
export function list(course: Course): CourseList {
  const { events, problems } = readProgress(course.root);
  const progress = progressByExercise(events);
  const missing: string[] = [];
  const exercises = course.exercises.map(exercise => {
    const own = progress.get(exercise.id) ?? NO_PROGRESS;
    const summary = summarise(exercise, own, [...missing]);
    if (!own.everVerified && !own.skipped) missing.push(exercise.id);
    return summary;
  });
  const notes = [...course.leftOut.values(), ...problems];
  const known = new Set(course.exercises.map(({ id }) => id));
  const unknown = [...progress.keys()].filter(id => !known.has(id));
  if (unknown.length > 0) {
    notes.push(
      tellable(
        `${PROGRESS_FILE} also names ${someOf(unknown)}, which this course does not have; those lines are kept.`
      )
    );
  }
  return { root: course.root, exercises, notes };
}

/** The file may be something else entirely, with any number of names, as long as you like. */
function someOf(ids: string[]): string {
  const given = ids.slice(0, IDS_GIVEN).map(id => (id.length > 100 ? `${id.slice(0, 100)}…` : id));
  const more = ids.length - given.length;
  return `${given.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/** Returns how far the learner is with one exercise. */
export function summaryOf(course: Course, exercise: Exercise): ExerciseSummary {
  // The exercise comes from this very course, so it is in the list.
  return list(course).exercises.find(({ id }) => id === exercise.id)!;
}

function summarise(
  exercise: Exercise,
  progress: ExerciseProgress,
  missing: string[]
): ExerciseSummary {
  const { manifest } = exercise;
  return {
    id: exercise.id,
    chapter: exercise.chapter,
    title: manifest.title,
    summary: manifest.summary,
    kind: manifest.kind,
    minutes: manifest.minutes,
    concepts: manifest.concepts,
    state: stateOf(progress, missing),
    missing,
    attempts: progress.attempts,
    // The manifest may have had more hints, and a line that was edited may say any number.
    hints: {
      given: Math.min(progress.hints, manifest.hints.length),
      total: manifest.hints.length
    },
    directory: exercise.directory,
    notebook: exercise.notebook
  };
}

function stateOf(progress: ExerciseProgress, missing: string[]): ExerciseState {
  if (progress.verified) return 'verified';
  if (progress.skipped) return 'skipped';
  if (progress.started) return 'started';
  return missing.length > 0 ? 'locked' : 'open';
}

/** Returns the sentence that says what comes before an exercise, or `null` when nothing is missing. */
export function openedEarly({ missing, state }: ExerciseSummary): string | null {
  if (missing.length === 0 || state === 'verified') return null;
  const rest = missing.length - 3;
  const names = missing.slice(0, 3).join(', ') + (rest > 0 ? ` and ${rest} more` : '');
  return missing.length === 1
    ? `Opened early: ${names} comes before it and is not verified yet.`
    : `Opened early: ${names} come before it and are not verified yet.`;
}
