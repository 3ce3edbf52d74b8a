import { type ReactElement, useEffect, useReducer } from 'react';
import { type BuildSurroundings, SurroundingsProvider } from './context.js';
import { DetailButtons, Details } from './details.js';
import { DiagnosticList } from './diagnostic.js';
import { Clock, Progress } from './progress.js';
import { Result } from './result.js';
import { announcement, outcomeText, previousText } from './words.js';

/** The output of one build. Two lines while it runs and when it worked, so that nothing below them moves. */
export function BuildCard(surroundings: BuildSurroundings): ReactElement {
  const { model, trans } = surroundings;
  const [, refresh] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    const slot = (): void => refresh();
    model.changed.connect(slot);
    return () => void model.changed.disconnect(slot);
  }, [model]);

  const { payload, running, errors } = model;
  const { phase, result, error, counts } = payload;
  const previous = previousText(payload, trans);
  return (
    <SurroundingsProvider value={surroundings}>
      <section
        className="jp-MaturinBuild-card"
        data-phase={phase}
        aria-label={trans.__('Build of %1', payload.crate)}
      >
        <header className="jp-MaturinBuild-line">
          <strong className="jp-MaturinBuild-crate">{payload.crate}</strong>
          <span className="jp-MaturinBuild-aside">
            {[payload.profile, ...payload.features.map(feature => `+${feature}`)].join(' ')}
          </span>
          {!running && (
            <span className="jp-MaturinBuild-outcome">
              <span className="jp-MaturinBuild-verdict">
                <Mark phase={phase} />
                {outcomeText(payload, trans)}
              </span>
              {phase === 'failed' && previous !== null && <span> · {previous}</span>}
            </span>
          )}
          <span className="jp-MaturinBuild-space" />
          {running && <Clock />}
          {!running && <DetailButtons />}
        </header>
        {running && <Progress />}
        {phase === 'cancelled' && <p>{previous ?? trans.__('nothing was loaded')}</p>}
        {phase === 'done' && result !== null && <Result result={result} />}
        {phase === 'failed' && error !== null && errors.length === 0 && (
          <p className="jp-MaturinBuild-error">{error.message}</p>
        )}
        {!running && errors.length > 0 && <DiagnosticList findings={errors} />}
        {!running && counts.omitted > 0 && (
          <p className="jp-MaturinBuild-aside">
            {trans._n(
              '%1 more diagnostic is left out; the log has it.',
              '%1 more diagnostics are left out; the log has them.',
              counts.omitted
            )}
          </p>
        )}
        {!running && <Details />}
        <div className="jp-MaturinBuild-announcement" role="status" aria-live="polite">
          {announcement(payload, trans)}
        </div>
      </section>
    </SurroundingsProvider>
  );
}

function Mark({ phase }: { phase: string }): ReactElement | null {
  const marks: Record<string, string> = {
    done: '✓',
    failed: '✗',
    cancelled: '–'
  };
  const mark = marks[phase];
  return mark === undefined ? null : (
    <span className="jp-MaturinBuild-mark" aria-hidden="true">
      {mark}
    </span>
  );
}
