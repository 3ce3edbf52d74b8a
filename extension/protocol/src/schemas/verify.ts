import Type from 'typebox';
import { VERIFY_PAYLOAD_VERSION } from '../constants.js';
import { BuildEvent, COMPILATION } from './build.js';
import { ExerciseKind } from './exercise.js';
import { nullable, tagged } from './notation.js';

/** What a kernel or a terminal asks the bridge to verify. */
export const VerifyRequest = Type.Object({
  id: Type.String({ description: 'Chosen by the caller; unique within one bridge.' }),
  exercise: nullable(
    Type.String({
      description: "An exercise's id. `null`: the notebook's own, or the one that holds `cwd`."
    })
  ),
  cwd: Type.String({ description: 'Absolute.' }),
  notebook: nullable(
    Type.String({ description: 'Absolute path of the notebook, when it is known.' })
  ),
  interpreter: Type.String({
    description: 'Absolute path of the Python that runs the tests and that the crate is built for.'
  }),
  tag: Type.String({ description: 'The cache tag of that Python.' }),
  environment: Type.Record(Type.String(), Type.String())
});

export const TestResult = Type.Object(
  {
    name: Type.String({
      description:
        "pytest's name after `::`, or libtest's name; the file's name when the file could not be collected."
    }),
    file: Type.String({
      description: 'The test file, relative to the exercise: `tests/test_functions.py`.'
    }),
    line: nullable(
      Type.Integer({ description: 'One-based line of the failing check, where it is known.' })
    ),
    outcome: Type.Enum(['passed', 'failed', 'skipped']),
    seconds: Type.Number(),
    message: nullable(
      Type.String({
        description: "In the learner's terms: the assertion's own message, or one clear sentence."
      })
    ),
    details: nullable(
      Type.String({
        description: 'The whole failure as the test runner words it, at most 16 KiB.'
      })
    ),
    output: nullable(Type.String({ description: 'What the test printed, at most 8 KiB.' })),
    cause: Type.Optional(
      nullable(
        Type.String({
          description:
            'The same text for all tests that fail for the same reason; not to be shown. `null` when it did not fail.'
        })
      )
    )
  },
  { description: 'How one test ended.' }
);

export const EnvironmentCheck = Type.Object(
  {
    name: Type.String({ description: '`cargo`, `rustc`, `maturin`, `python`, …' }),
    ok: Type.Boolean(),
    found: nullable(Type.String({ description: 'The version that was found.' })),
    needed: Type.String({ description: '`1.85 or newer`' }),
    advice: nullable(
      Type.String({ description: 'What to install when it is not good enough. One sentence.' })
    )
  },
  { description: 'Something that a lesson needs of the machine.' }
);

export const VerifyFailure = Type.Enum(
  ['tests', 'collection', 'build', 'crate', 'tool', 'limit', 'crash', 'environment'],
  {
    description:
      'Why an exercise is not verified. `tests`: at least one test failed. `collection`: a test file could not be ' +
      'read, or could not import what it tests. `build`, `crate`, `tool`: as in `FailureKind`. `limit`: a test did ' +
      'not end in time. `crash`: the test process died. `environment`: something the course needs is missing or too old.'
  }
);

export const NextHint = Type.Object(
  { number: Type.Integer(), total: Type.Integer() },
  { description: 'The hint to ask for next; none when verified, or when all were given.' }
);

export const VerifyOutcome = Type.Object(
  {
    status: Type.Enum(['verified', 'failed', 'cancelled']),
    exercise: Type.String(),
    reason: nullable(VerifyFailure),
    message: Type.String({ description: 'One sentence.' }),
    passed: Type.Integer(),
    failed: Type.Integer(),
    seconds: Type.Number(),
    buildSeconds: Type.Number({ description: 'The part of `seconds` that building took.' }),
    hint: nullable(NextHint),
    solution: Type.Boolean({
      description: 'Whether the solution may be looked at without insisting.'
    }),
    next: nullable(
      Type.String({ description: 'The exercise to go on with, when this one is verified.' })
    ),
    notes: Type.Array(Type.String(), {
      description:
        'Sentences about what did not work beside the tests: progress that could not be written, for instance.'
    })
  },
  { description: 'How a verification ended.' }
);

export const VerifyPlanned = Type.Object({
  kind: Type.Literal('planned'),
  exercise: Type.String(),
  title: Type.String(),
  exerciseKind: ExerciseKind,
  notes: Type.Array(Type.String(), {
    description: 'Sentences for the learner: edited tests, or what comes before this exercise.'
  })
});

export const VerifyEnvironment = Type.Object({
  kind: Type.Literal('environment'),
  checks: Type.Array(EnvironmentCheck)
});

export const VerifyBuild = Type.Object(
  { kind: Type.Literal('build'), event: BuildEvent },
  { description: 'An event of the build that the verification begins with.' }
);

export const VerifyTesting = Type.Object(
  {
    kind: Type.Literal('testing'),
    limit: Type.Number({ description: 'Seconds that the tests may take from here on.' })
  },
  { description: 'The build is done and the tests begin.' }
);

export const VerifyTestStarted = Type.Object({
  kind: Type.Literal('started'),
  test: Type.String()
});

export const VerifyTestEnded = Type.Object({ kind: Type.Literal('test'), result: TestResult });

export const VerifyFinished = Type.Object(
  { kind: Type.Literal('finished'), outcome: VerifyOutcome },
  { description: 'The last event of every verification.' }
);

/** What happens during one verification, in order; `jupyterlab-maturin verify --json` prints one a line. */
export const VerifyEvent = tagged('kind', [
  VerifyPlanned,
  VerifyEnvironment,
  VerifyBuild,
  VerifyTesting,
  VerifyTestStarted,
  VerifyTestEnded,
  VerifyFinished
]);

export const VerifyPhase = Type.Enum([
  'planning',
  'building',
  'testing',
  'verified',
  'failed',
  'cancelled'
]);

export const VerifyPayload = Type.Object(
  {
    version: Type.Literal(VERIFY_PAYLOAD_VERSION),
    phase: VerifyPhase,
    exercise: Type.String({
      description: "The exercise's id; until that is known, what the learner typed."
    }),
    title: nullable(Type.String()),
    kind: nullable(ExerciseKind),
    ...COMPILATION,
    environment: Type.Array(EnvironmentCheck),
    tests: Type.Array(TestResult, { description: 'In the order they ended.' }),
    running: nullable(Type.String({ description: 'The test that runs now.' })),
    outcome: nullable(VerifyOutcome)
  },
  {
    description:
      "The whole state of a verification's output at one moment; each update replaces the one before."
  }
);
