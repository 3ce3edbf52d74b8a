import path from 'node:path';

import type { CoursePrediction, PredictionParams } from '@jupyterlab-maturin/protocol';

import { CourseError } from '../error.js';
import type { Course, Exercise } from '../exercises/course.js';
import { ownExercise } from '../exercises/findExercise.js';
import { progressEvent } from '../progress/event.js';
import { readProgress } from '../progress/progressFile.js';
import { recordProgress } from '../progress/record.js';

/**
 * Answers a question that a lesson asks with `%%predict`, and writes down what was chosen.
 *
 * @throws CourseError when the notebook belongs to no exercise, or its exercise has no such prediction
 */
export function predict(course: Course, params: PredictionParams): CoursePrediction {
  const { name, choice } = params;
  const exercise = ownExercise(course, params) ?? onlyLessonHereWith(course, params);
  if (exercise === null) return whoseIsUnknown(params);
  const { predictions } = exercise.manifest;
  const prediction = Object.hasOwn(predictions, name) ? predictions[name] : undefined;
  if (prediction === undefined) throw unknownName(exercise, name);
  const { answer, because } = prediction;
  const earlier = lastChoice(course, exercise, name);
  const right = choice === answer;
  const notes =
    choice === null
      ? []
      : recordProgress(
          course,
          progressEvent(exercise.id, 'predicted', { prediction: name, choice, right })
        );
  return { exercise: exercise.id, answer, because, earlier, notes };
}

/** Programs that run notebooks, such as nbconvert, do not say which: only the folder of the lesson is known then. */
function onlyLessonHereWith(course: Course, params: PredictionParams): Exercise | null {
  if (params.notebook !== null) return null;
  const [found, another] = course.exercises.filter(
    ({ notebook, manifest }) =>
      path.dirname(notebook) === path.resolve(params.cwd) &&
      Object.hasOwn(manifest.predictions, params.name)
  );
  return another === undefined ? (found ?? null) : null;
}

/** A lesson that is run by such a program goes on without the answer. */
function whoseIsUnknown({ notebook, name }: PredictionParams): CoursePrediction {
  if (notebook !== null) {
    throw new CourseError(
      `This notebook belongs to no exercise, so nobody knows the answer to ${name}: write %%predict without a name.`
    );
  }
  return {
    exercise: null,
    answer: null,
    because: null,
    earlier: null,
    notes: ["It isn't known which notebook this is, so the answer is not at hand."]
  };
}

function unknownName({ id, manifest }: Exercise, name: string): CourseError {
  const names = Object.keys(manifest.predictions);
  return new CourseError(
    names.length === 0
      ? `There is no prediction ${name}: the exercise.toml of ${id} has no [predictions] at all.`
      : `There is no prediction ${name}: ${id} has ${names.join(', ')}.`
  );
}

function lastChoice({ root }: Course, { id }: Exercise, name: string): number | null {
  const own = readProgress(root).events.filter(
    ({ event, exercise, prediction }) =>
      event === 'predicted' && exercise === id && prediction === name
  );
  const choice = own.at(-1)?.choice ?? null;
  // A line that was edited may say any number.
  return choice !== null && Number.isSafeInteger(choice) ? choice : null;
}
