import Type from 'typebox';
import { PREDICT_PAYLOAD_VERSION } from '../constants.js';
import { nullable } from './notation.js';

/** The output of a `%%predict` cell, and what kernel and browser say about it over a comm. */

const choice = (description: string) => nullable(Type.Integer({ description }));

export const PredictPhase = Type.Enum(
  ['asking', 'running', 'right', 'wrong', 'unjudged', 'failed'],
  {
    description:
      '`asking`: nothing was chosen yet. `running`: chosen, and the cell below has not ended. `right`, `wrong`: it has. ' +
      '`unjudged`: it has, and nobody knows the answer. `failed`: it stopped with an error that nobody expected.'
  }
);

export const PredictPayload = Type.Object(
  {
    version: Type.Literal(PREDICT_PAYLOAD_VERSION),
    id: Type.String({ description: 'Tells this output from all others.' }),
    phase: PredictPhase,
    exercise: nullable(Type.String()),
    name: nullable(Type.String()),
    question: Type.String({ description: 'Markdown.' }),
    choices: Type.Array(Type.String(), { description: 'Markdown.' }),
    chosen: choice('From 1; `null` until something was chosen.'),
    earlier: choice('What was chosen when this question was asked the last time.'),
    answer: choice('From 1; `null` until the cell below has ended, and when nobody knows.'),
    because: nullable(Type.String({ description: 'Markdown; `null` as long as `answer`.' })),
    notes: Type.Array(Type.String())
  },
  { description: 'The output of a `%%predict` cell.' }
);

export const PredictionMove = Type.Object(
  {
    id: Type.String({ description: "The payload's id." }),
    choice: choice('What the learner chose, from 1; `null`: the cell below has ended.'),
    failed: Type.Boolean({
      description: 'Whether the cell below stopped with an error that nobody expected.'
    })
  },
  { description: 'What the browser tells the kernel about one prediction.' }
);

export const PredictionReply = Type.Object(
  {
    id: Type.String(),
    outputs: nullable(
      Type.Record(Type.String(), Type.Unknown(), {
        description: 'The MIME bundle that the output shows from now on; `null`: it stays as it is.'
      })
    ),
    problem: nullable(Type.String({ description: 'One sentence: why nothing was written down.' }))
  },
  { description: 'What became of a `PredictionMove`.' }
);

export const PredictionNews = Type.Object(
  {
    open: Type.Array(Type.String(), { description: 'The ids of the questions one can answer.' }),
    reply: nullable(PredictionReply)
  },
  { description: 'What the kernel tells the browser about predictions.' }
);
