/** The JSON-RPC methods about the course. Every answer that cannot be given is a JSON-RPC error with one sentence. */
import type { ExerciseSummary } from './exercise.js';
import type { VerifyEvent } from './verify.js';

/** Request. Params: {@link CourseParams}. Answer: {@link CourseList}. */
export const COURSE_LIST = 'course/list';
/** Request. Params: {@link CourseParams}. Answer: {@link CourseNext}. */
export const COURSE_NEXT = 'course/next';
/** Request. Params: `VerifyRequest`. Answer: `VerifyOutcome`, after the last event. */
export const COURSE_VERIFY = 'course/verify';
/** Notification to the bridge. Params: `CancelParams`. The verification's own request then answers `cancelled`. */
export const COURSE_CANCEL = 'course/cancel';
/** Notification from the bridge. Params: {@link CourseEventParams}. */
export const COURSE_EVENT = 'course/event';
/** Request. Params: {@link ExerciseParams}. Answer: {@link CourseHint}. */
export const COURSE_HINT = 'course/hint';
/** Request. Params: {@link SolutionParams}. Answer: {@link CourseSolution}. */
export const COURSE_SOLUTION = 'course/solution';
/** Request. Params: {@link ExerciseParams}. Answer: {@link CourseReset}. */
export const COURSE_RESET = 'course/reset';
/** Request. Params: {@link ExerciseParams}. Answer: {@link CourseNext}. */
export const COURSE_SKIP = 'course/skip';

/** The JSON-RPC error code of a `CourseError`: bad input, or a rule of the course; not a fault of the machinery. */
export const COURSE_ERROR = -32050;

/** Where the question is asked from; the course is the nearest parent that holds `exercises/` and `notebooks/`. */
export interface CourseParams {
  /** Absolute. */
  cwd: string;
  /** Absolute path of the notebook, when the session tells it. */
  notebook: string | null;
}

export interface ExerciseParams extends CourseParams {
  /** `null`: the notebook's own, or the one that holds `cwd`. */
  exercise: string | null;
}

export interface SolutionParams extends ExerciseParams {
  /** Show it although the exercise is neither verified nor tried three times. */
  insist: boolean;
}

export interface CourseList {
  /** Absolute path of the course's root. */
  root: string;
  exercises: ExerciseSummary[];
  /** Sentences a person should read: exercises or lines of progress that could not be read. */
  notes: string[];
}

export interface CourseNext {
  /** `null` when every exercise is verified or skipped. */
  exercise: ExerciseSummary | null;
  /** One sentence. */
  message: string;
  notes: string[];
}

export interface CourseHint {
  exercise: string;
  /** The hint that is new with this answer, counting from 1; when all were given before, the last. */
  number: number;
  total: number;
  /** Markdown. */
  text: string;
  /** True when nothing more is to come. */
  last: boolean;
  notes: string[];
}

export interface SolutionFile {
  /** Relative to the exercise: `src/lib.rs`. */
  path: string;
  text: string;
}

export interface CourseSolution {
  exercise: string;
  files: SolutionFile[];
  notes: string[];
}

export interface CourseReset {
  exercise: string;
  /** Absolute path of what was there before; `null` when nothing had been changed. */
  backup: string | null;
  /** Relative to the exercise: the files that were put back. */
  files: string[];
  notes: string[];
}

export interface CourseEventParams {
  id: string;
  event: VerifyEvent;
}
