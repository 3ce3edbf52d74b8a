import Type from 'typebox';
import { nullable } from './notation.js';

/** Lines of pytest-reportlog, as far as they are read here. The field names are pytest's. */

/** How a test ended, or a part of one; or whether a test file could be loaded. */
export const PytestReport = Type.Object({
  $report_type: Type.Enum(['TestReport', 'CollectReport']),
  nodeid: Type.String(),
  outcome: Type.Enum(['passed', 'failed', 'skipped']),
  when: Type.Optional(Type.Enum(['setup', 'call', 'teardown'])),
  duration: Type.Optional(Type.Number()),
  longrepr: Type.Unknown({
    description: 'Why it failed: a `PytestFailure`, a text, or a `PytestSkip`.'
  }),
  sections: Type.Array(Type.Array(Type.String()), {
    description: 'What was captured: pairs of a title and a text.'
  })
});

const Crash = nullable(
  Type.Object({ path: Type.String(), lineno: Type.Integer(), message: Type.String() })
);

const Traceback = Type.Object({
  reprentries: Type.Array(
    Type.Object({
      data: Type.Object({
        lines: Type.Array(Type.String()),
        reprfileloc: Type.Optional(Crash)
      })
    })
  )
});

/** An exception, as pytest takes it apart. */
export const PytestFailure = Type.Object({
  reprcrash: Crash,
  reprtraceback: Traceback,
  chain: Type.Optional(
    nullable(
      Type.Array(Type.Tuple([Traceback, Crash, nullable(Type.String())]), {
        description:
          'The exceptions that led to this one, the first of them first, and this one; each with what pytest says between.'
      })
    )
  )
});

/** Why a test was skipped: the file, the line and the reason. */
export const PytestSkip = Type.Tuple([Type.String(), Type.Integer(), Type.String()]);
