import Type from 'typebox';
import { ExerciseSummary } from './exercise.js';
import { nullable } from './notation.js';

/** The questions about the course. A question that cannot be answered gets a `COURSE_ERROR` with one sentence. */

const notes = Type.Array(Type.String(), { description: 'Sentences for the learner.' });

/** Where the question is asked from; the course is the nearest parent that holds `exercises/` and `notebooks/`. */
const ASKED_FROM = {
  cwd: Type.String({ description: 'Absolute.' }),
  notebook: nullable(
    Type.String({ description: 'Absolute path of the notebook, when it is known.' })
  )
};

const EXERCISE = {
  exercise: nullable(
    Type.String({ description: "`null`: the notebook's own, or the one that holds `cwd`." })
  )
};

export const CourseParams = Type.Object(ASKED_FROM);

export const ExerciseParams = Type.Object({ ...ASKED_FROM, ...EXERCISE });

export const SolutionParams = Type.Object({
  ...ASKED_FROM,
  ...EXERCISE,
  insist: Type.Boolean({
    description: 'Show it although the exercise is neither verified nor tried three times.'
  })
});

export const CourseList = Type.Object({
  root: Type.String({ description: "Absolute path of the course's root." }),
  exercises: Type.Array(ExerciseSummary),
  notes
});

export const CourseNext = Type.Object({
  exercise: nullable(ExerciseSummary),
  message: Type.String({ description: 'One sentence.' }),
  notes
});

export const CourseHint = Type.Object({
  exercise: Type.String(),
  number: Type.Integer({
    description:
      'The hint that is new with this answer, counting from 1; when all were given before, the last.'
  }),
  total: Type.Integer(),
  text: Type.String({ description: 'Markdown.' }),
  last: Type.Boolean({ description: 'Whether this was the last hint.' }),
  notes
});

export const SolutionFile = Type.Object({
  path: Type.String({ description: 'Relative to the exercise: `src/lib.rs`.' }),
  text: Type.String()
});

export const CourseSolution = Type.Object({
  exercise: Type.String(),
  files: Type.Array(SolutionFile),
  notes
});

export const CourseReset = Type.Object({
  exercise: Type.String(),
  backup: nullable(
    Type.String({
      description:
        'Absolute path of a copy of what was there before; `null` when nothing had changed.'
    })
  ),
  files: Type.Array(Type.String(), {
    description: 'Relative to the exercise: the files that were put back or removed.'
  }),
  notes
});

export const PredictionParams = Type.Object({
  ...ASKED_FROM,
  name: Type.String({ description: 'Its key below `[predictions]` in `exercise.toml`.' }),
  choice: nullable(
    Type.Integer({
      description: 'What was chosen, from 1, to be written down; `null` only asks for the answer.'
    })
  )
});

export const CoursePrediction = Type.Object({
  exercise: nullable(
    Type.String({
      description: '`null`: it is not known which notebook asks, so there is no answer.'
    })
  ),
  answer: nullable(Type.Integer({ description: 'The right choice, from 1.' })),
  because: nullable(Type.String({ description: 'Markdown.' })),
  earlier: nullable(Type.Integer({ description: 'What was chosen the last time, before this.' })),
  notes
});
