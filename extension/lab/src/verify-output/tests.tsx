import type { EnvironmentCheck, TestResult } from '@jupyterlab-maturin/protocol';
import type { ReactElement, ReactNode } from 'react';
import { useTask } from '../task-output/context.js';
import { FoldBody, FoldButton } from '../task-output/fold.js';

const SIGNS = { passed: '✓', failed: '✗', skipped: '–' };

/** The tests in the order they ended: a line each, and what a failing one says. */
export function TestList({ tests }: { tests: TestResult[] }): ReactElement {
  return (
    <ul className="jp-MaturinVerify-tests">
      {tests.map((test, index) => (
        <li key={index} data-outcome={test.outcome}>
          <Test test={test} fold={`test-${index}`} />
        </li>
      ))}
    </ul>
  );
}

function Test({ test, fold }: { test: TestResult; fold: string }): ReactElement {
  const { trans } = useTask();
  const { name, outcome, file, line, message, details, output } = test;
  const labels = {
    passed: trans.__('passed'),
    failed: trans.__('failed'),
    skipped: trans.__('skipped')
  };
  return (
    <>
      <div className="jp-MaturinTask-headline">
        <span>
          <Sign outcome={outcome} label={labels[outcome]} />
          <code>{name}</code>
        </span>
        {outcome === 'failed' && file !== '' && (
          <span className="jp-MaturinTask-place">{line === null ? file : `${file}:${line}`}</span>
        )}
      </div>
      {outcome === 'failed' && (
        <div className="jp-MaturinVerify-inside">
          {message !== null && <p className="jp-MaturinTask-error">{message}</p>}
          <FoldedText name={`${fold}-details`} text={details}>
            {trans.__('the test')}
          </FoldedText>
          <FoldedText name={`${fold}-output`} text={output}>
            {trans.__('what it printed')}
          </FoldedText>
        </div>
      )}
    </>
  );
}

/** A long text behind its title; nothing where there is no text. */
function FoldedText(props: { name: string; text: string | null; children: ReactNode }) {
  const { name, text, children } = props;
  return text === null ? null : (
    <div>
      <FoldButton name={name} className="jp-mod-minor">
        {children}
      </FoldButton>
      <FoldBody name={name}>{() => <pre className="jp-MaturinVerify-text">{text}</pre>}</FoldBody>
    </div>
  );
}

/** What the lesson needs of the machine: what is there, and what to install. */
export function Environment({ checks }: { checks: EnvironmentCheck[] }): ReactElement {
  const { trans } = useTask();
  return (
    <ul className="jp-MaturinVerify-tests">
      {checks.map(({ name, ok, found, needed, advice }) => (
        <li key={name} data-outcome={ok ? 'passed' : 'failed'}>
          <Sign
            outcome={ok ? 'passed' : 'failed'}
            label={ok ? trans.__('found') : trans.__('missing')}
          />
          <code>{name}</code> {found ?? trans.__('missing')}{' '}
          <span className="jp-MaturinTask-aside">{trans.__('(needed: %1)', needed)}</span>
          {advice !== null && <p className="jp-MaturinVerify-inside">{advice}</p>}
        </li>
      ))}
    </ul>
  );
}

/** A mark with a word for those who do not see it. */
function Sign(props: { outcome: TestResult['outcome']; label: string }): ReactElement {
  return (
    <span className="jp-MaturinVerify-sign" role="img" aria-label={props.label}>
      {SIGNS[props.outcome]}
    </span>
  );
}
