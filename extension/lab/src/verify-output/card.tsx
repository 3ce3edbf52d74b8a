import type { VerifyOutcome, VerifyPayload } from '@jupyterlab-maturin/protocol';
import type { ReactElement } from 'react';
import { DiagnosticList, useFindings } from '../diagnostics/list.js';
import { AtMost } from '../task-output/at-most.js';
import { TaskCard, Verdict } from '../task-output/card.js';
import { useTask } from '../task-output/context.js';
import { activityText, announcement, durationText, outcomeText } from './status-text.js';
import { Environment, TestList } from './tests.js';

/** The output of one verification: the verdict, the tests, and what to do next. */
export function VerifyCard({ payload }: { payload: VerifyPayload }): ReactElement {
  const { trans } = useTask();
  const { errors } = useFindings(payload);
  const { phase, exercise, title, outcome, tests, environment, notes } = payload;
  const ending = outcomeText(payload, trans);
  return (
    <TaskCard
      className="jp-MaturinVerify-card"
      phase={phase}
      label={trans.__('Verification of %1', exercise)}
      name={title ?? exercise}
      summary={
        <>
          {ending !== null && <Verdict>{ending}</Verdict>}
          {outcome !== null && (
            <span>
              {/* The compiler's errors are listed below, so their number is enough here. */}
              {errors.length > 0
                ? trans._n('%1 error', '%1 errors', errors.length)
                : outcome.message}
            </span>
          )}
        </>
      }
      end={
        <span className="jp-MaturinTask-aside jp-MaturinTask-number">
          {durationText(payload, trans)}
        </span>
      }
      announcement={announcement(payload, trans)}
    >
      <Notes notes={notes} />
      {environment.length > 0 && <Environment checks={environment} />}
      {phase !== 'verified' && errors.length > 0 && (
        <DiagnosticList findings={errors} firstOpen={phase === 'failed'} />
      )}
      {tests.length > 0 && <TestList tests={tests} />}
      {ending === null && (
        <p className="jp-MaturinTask-aside jp-MaturinVerify-now">{activityText(payload, trans)}</p>
      )}
      {outcome !== null && <Advice outcome={outcome} />}
    </TaskCard>
  );
}

/** What to do next, as the lines to write into a cell. */
function Advice({ outcome }: { outcome: VerifyOutcome }): ReactElement {
  const { trans } = useTask();
  const { exercise, hint, status, next, solution, notes } = outcome;
  return (
    <>
      {hint !== null && (
        <p>
          {trans.__('Stuck? Hint %1 of %2:', hint.number, hint.total)} <code>%hint {exercise}</code>
        </p>
      )}
      {solution && status === 'failed' && (
        <p>
          {trans.__('A worked solution:')} <code>%solution {exercise}</code>
        </p>
      )}
      {next !== null && (
        <p>
          {trans.__('Next:')} <code>{next}</code>
        </p>
      )}
      <Notes notes={notes} />
    </>
  );
}

function Notes({ notes }: { notes: string[] }): ReactElement {
  return <AtMost things={notes} show={note => <p className="jp-MaturinTask-aside">{note}</p>} />;
}
