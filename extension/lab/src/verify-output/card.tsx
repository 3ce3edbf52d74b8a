import type { VerifyOutcome } from '@jupyterlab-maturin/protocol';
import { type ReactElement, useEffect, useReducer } from 'react';
import { type BuildSurroundings, SurroundingsProvider, useBuild } from '../build-output/context.js';
import { DiagnosticList } from '../build-output/diagnostic.js';
import type { VerifyModel } from './model.js';
import { Environment, TestList } from './tests.js';
import { activity, announcement, took, verdict } from './words.js';

const MARKS: Record<string, string> = {
  verified: '✓',
  failed: '✗',
  cancelled: '–'
};

/** The output of one verification: the verdict, the tests, and what to do next. */
export function VerifyCard(surroundings: BuildSurroundings & { model: VerifyModel }): ReactElement {
  const { model, trans } = surroundings;
  const [, refresh] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    const slot = (): void => refresh();
    model.changed.connect(slot);
    return () => void model.changed.disconnect(slot);
  }, [model]);

  const payload = model.verify;
  const { phase, outcome, tests, environment, notes } = payload;
  const ended = verdict(payload, trans);
  return (
    <SurroundingsProvider value={surroundings}>
      <section
        className="jp-MaturinBuild-card jp-MaturinVerify-card"
        data-phase={phase}
        aria-label={trans.__('Verification of %1', payload.exercise)}
      >
        <header className="jp-MaturinBuild-line">
          <strong className="jp-MaturinBuild-crate">{payload.title ?? payload.exercise}</strong>
          {ended !== null && (
            <span className="jp-MaturinBuild-verdict">
              <span className="jp-MaturinBuild-mark" aria-hidden="true">
                {MARKS[phase]}
              </span>
              {ended}
            </span>
          )}
          {outcome !== null && (
            <span>
              {/* The compiler's own words stand below, the first error open. */}
              {model.errors.length > 0
                ? trans._n('%1 error', '%1 errors', model.errors.length)
                : outcome.message}
            </span>
          )}
          <span className="jp-MaturinBuild-space" />
          <span className="jp-MaturinBuild-aside jp-MaturinBuild-number">
            {took(payload, trans)}
          </span>
        </header>
        {notes.map(note => (
          <p key={note} className="jp-MaturinBuild-aside">
            {note}
          </p>
        ))}
        {environment.length > 0 && <Environment checks={environment} />}
        {phase !== 'verified' && model.errors.length > 0 && (
          <DiagnosticList findings={model.errors} />
        )}
        {tests.length > 0 && <TestList tests={tests} />}
        {ended === null && (
          <p className="jp-MaturinBuild-aside jp-MaturinVerify-now">{activity(payload, trans)}</p>
        )}
        {outcome !== null && <Advice outcome={outcome} />}
        <div className="jp-MaturinBuild-announcement" role="status" aria-live="polite">
          {announcement(payload, trans)}
        </div>
      </section>
    </SurroundingsProvider>
  );
}

/** What to do next, in the words that a cell understands. */
function Advice({ outcome }: { outcome: VerifyOutcome }): ReactElement {
  const { trans } = useBuild();
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
          {trans.__('A worked answer:')} <code>%solution {exercise}</code>
        </p>
      )}
      {next !== null && (
        <p>
          {trans.__('Next:')} <code>{next}</code>
        </p>
      )}
      {notes.map(note => (
        <p key={note} className="jp-MaturinBuild-aside">
          {note}
        </p>
      ))}
    </>
  );
}
