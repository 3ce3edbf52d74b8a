import type { BuildPayload } from '@jupyterlab-maturin/protocol';
import type { ReactElement } from 'react';
import { DiagnosticList, useFindings } from '../diagnostics/list.js';
import { TaskCard, Verdict } from '../task-output/card.js';
import { Clock } from '../task-output/clock.js';
import { useTask } from '../task-output/context.js';
import { DetailButtons, Details } from './details.js';
import { Progress } from './progress.js';
import { Result } from './result.js';
import { announcement, outcomeText, phaseText, previousText } from './status-text.js';

/** How many features stand in the first line. */
const FEATURES = 20;

/** The output of one build. Two lines while it runs and when it worked, so that nothing below them moves. */
export function BuildCard({ payload }: { payload: BuildPayload }): ReactElement {
  const { model, trans } = useTask();
  const { errors, warnings } = useFindings(payload);
  const { crate, phase, profile, features, result, error, counts, waiting } = payload;
  const running = model.state === 'running';
  const previous = previousText(payload, trans);
  return (
    <TaskCard
      className="jp-MaturinBuild-card"
      phase={phase}
      label={trans.__('Build of %1', crate)}
      name={crate}
      summary={
        <>
          <span className="jp-MaturinTask-aside">
            {[profile, ...features.slice(0, FEATURES).map(feature => `+${feature}`)].join(' ')}
            {features.length > FEATURES && ` … +${features.length - FEATURES}`}
          </span>
          {!running && (
            <span>
              <Verdict>{outcomeText(payload, trans)}</Verdict>
              {phase === 'failed' && previous !== null && <span> · {previous}</span>}
            </span>
          )}
        </>
      }
      end={
        running ? (
          <Clock phase={phaseText(payload, trans)} />
        ) : (
          <DetailButtons payload={payload} warnings={warnings} />
        )
      }
      announcement={announcement(payload, trans)}
    >
      {running && <Progress payload={payload} />}
      {phase === 'cancelled' && <p>{previous ?? trans.__('nothing was loaded')}</p>}
      {!running && waiting !== null && <p>{trans.__('it was still waiting: %1', waiting)}</p>}
      {phase === 'done' && result !== null && <Result result={result} />}
      {phase === 'failed' && error !== null && errors.length === 0 && (
        <p className="jp-MaturinTask-error">{error.message}</p>
      )}
      {!running && errors.length > 0 && (
        <DiagnosticList findings={errors} firstOpen={phase === 'failed'} />
      )}
      {!running && counts.omitted > 0 && (
        <p className="jp-MaturinTask-aside">
          {trans._n(
            '%1 more diagnostic is left out; the log has it.',
            '%1 more diagnostics are left out; the log has them.',
            counts.omitted
          )}
        </p>
      )}
      {!running && <Details payload={payload} warnings={warnings} />}
    </TaskCard>
  );
}
