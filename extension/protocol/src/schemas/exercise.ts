import Type from 'typebox';
import { ERROR_CODE, TEXT } from '../patterns.js';

export const ExerciseKind = Type.Enum(['cargo', 'extension', 'python'], {
  description:
    '`cargo`: a plain crate, tested by `cargo test`. `extension`: a PyO3 crate, tested by pytest. `python`: no crate, tested by pytest.'
});

export const ExerciseState = Type.Enum(['locked', 'open', 'started', 'verified', 'skipped'], {
  description:
    'How far a learner is with an exercise. `locked`: an earlier one is neither verified nor skipped (it can be opened ' +
    'all the same). `open`: nothing was done here yet, or it was reset. `started`: tried, predicted, or a hint was read. ' +
    '`verified`: its tests passed, and it was not reset since. `skipped`: left out on purpose.'
});

export const HintCount = Type.Object({ given: Type.Integer(), total: Type.Integer() });

export const ExerciseSummary = Type.Object(
  {
    id: Type.String({ description: 'Its path below `exercises/`: `01_intro/03_functions`.' }),
    chapter: Type.String({ description: 'The first part of the id.' }),
    title: Type.String(),
    summary: Type.String(),
    kind: ExerciseKind,
    minutes: Type.Number({ description: 'How long the lesson takes, as its authors think.' }),
    concepts: Type.Array(Type.String()),
    state: ExerciseState,
    missing: Type.Array(Type.String(), {
      description: 'Ids of the earlier exercises that are neither verified nor skipped.'
    }),
    attempts: Type.Integer({
      description: 'Verifications that failed since the last success or reset.'
    }),
    hints: HintCount,
    directory: Type.String({ description: "Absolute path of the exercise's folder." }),
    notebook: Type.String({
      description: 'Absolute path of its notebook; the file may be missing.'
    })
  },
  { description: 'One exercise as a list or a sidebar shows it.' }
);

const text = () => Type.String({ pattern: TEXT });

const errorCode = () => Type.String({ pattern: ERROR_CODE });

/** An object in which a misspelt key is an error: people write these files by hand. */
const CLOSED = { additionalProperties: false };

export const ExpectedFailure = Type.Object(
  {
    test: text(),
    because: text()
  },
  {
    ...CLOSED,
    description:
      "A test that has to fail (pytest's name after `::`, libtest's name, or the name of a test file that cannot be " +
      'collected), and words that its failure contains.'
  }
);

export const Mutant = Type.Object(
  {
    thought: text(),
    killed_by: Type.Optional(Type.Array(ExpectedFailure)),
    compile_error: Type.Optional(errorCode())
  },
  { ...CLOSED, description: 'A wrong answer that a learner would plausibly write.' }
);

export const Prediction = Type.Object(
  {
    answer: Type.Integer({ minimum: 1, maximum: 4, description: 'The right choice, from 1.' }),
    because: text()
  },
  { ...CLOSED, description: 'The answer to a `%%predict` cell of the lesson, and why: Markdown.' }
);

export const Stub = Type.Object(
  {
    compile_error: Type.Optional(errorCode()),
    fails: Type.Optional(Type.Array(ExpectedFailure)),
    stops_at: text()
  },
  {
    ...CLOSED,
    description: 'What the untouched stub does: it fails to compile, or it fails tests.'
  }
);

export const GuideLink = Type.Object({ title: text(), url: text() }, CLOSED);

/** `exercise.toml`. */
export const ExerciseManifest = Type.Object(
  {
    kind: ExerciseKind,
    title: text(),
    minutes: Type.Number({ exclusiveMinimum: 0 }),
    concepts: Type.Array(text(), { minItems: 1 }),
    summary: text(),
    module: Type.Optional(text()),
    hints: Type.Array(text(), { minItems: 3, maxItems: 3 }),
    limit: Type.Optional(Type.Number({ exclusiveMinimum: 0 })),
    environment: Type.Optional(Type.Boolean()),
    stub: Stub,
    mutants: Type.Optional(Type.Record(Type.String(), Mutant)),
    predictions: Type.Optional(Type.Record(Type.String(), Prediction)),
    guide: Type.Optional(Type.Array(GuideLink))
  },
  CLOSED
);

export const ProgressName = Type.Enum([
  'verified',
  'failed',
  'hinted',
  'solution',
  'reset',
  'skipped',
  'predicted'
]);

/** One line of `progress.jsonl`, as this version writes it. */
export const ProgressEvent = Type.Object({
  v: Type.Integer(),
  at: Type.String({ description: 'ISO 8601, UTC.' }),
  key: Type.String({
    description:
      'Makes the line distinct, so that joined files count a line that is there twice once.'
  }),
  exercise: Type.String(),
  event: ProgressName,
  hint: Type.Optional(Type.Integer({ description: "With `hinted`: the hint's number, from 1." })),
  passed: Type.Optional(Type.Integer({ description: 'With `verified` and `failed`.' })),
  failed: Type.Optional(Type.Integer({ description: 'With `verified` and `failed`.' })),
  backup: Type.Optional(
    Type.String({ description: "With `reset`: the backup's folder, relative to the course." })
  ),
  prediction: Type.Optional(Type.String({ description: 'With `predicted`: its name.' })),
  choice: Type.Optional(Type.Integer({ description: 'With `predicted`: from 1.' })),
  right: Type.Optional(Type.Boolean({ description: 'With `predicted`.' }))
});

/** One line of `progress.jsonl` as it is read: a later version may know more events and more fields. */
export const RecordedProgress = Type.Object({
  v: Type.Optional(Type.Integer()),
  at: Type.String(),
  key: Type.Optional(Type.String()),
  exercise: Type.String(),
  event: Type.String(),
  hint: Type.Optional(Type.Integer()),
  prediction: Type.Optional(Type.String()),
  choice: Type.Optional(Type.Integer())
});

/** `.course/files.json`: the files that a copy of the course was made with, and their SHA-256. */
export const CourseFiles = Type.Record(Type.String(), Type.String());
