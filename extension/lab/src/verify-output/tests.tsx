import type { EnvironmentCheck, TestResult } from '@jupyterlab-maturin/protocol';
import type { ReactElement } from 'react';
import { useBuild } from '../build-output/context.js';
import { FoldBody, FoldButton } from '../build-output/fold.js';

const SIGNS = { passed: '✓', failed: '✗', skipped: '–' };

/** The tests in the order they ended: a line each, and what a failing one says. */
export function TestList({ tests }: { tests: TestResult[] }): ReactElement {
  return (
    <ul className="jp-MaturinVerify-tests">
      {tests.map(test => (
        <li key={`${test.file}::${test.name}`} data-outcome={test.outcome}>
          <Test test={test} />
        </li>
      ))}
    </ul>
  );
}

function Test({ test }: { test: TestResult }): ReactElement {
  const { trans } = useBuild();
  const { name, outcome, file, line, message, details, output } = test;
  const words = {
    passed: trans.__('passed'),
    failed: trans.__('failed'),
    skipped: trans.__('skipped')
  };
  const inside = [
    { title: trans.__('the test'), text: details },
    { title: trans.__('what it printed'), text: output }
  ].filter(({ text }) => text !== null);
  return (
    <>
      <div className="jp-MaturinBuild-headline">
        <span>
          <span className="jp-MaturinVerify-sign" role="img" aria-label={words[outcome]}>
            {SIGNS[outcome]}
          </span>
          <code>{name}</code>
        </span>
        {outcome === 'failed' && file !== '' && (
          <span className="jp-MaturinBuild-place">{line === null ? file : `${file}:${line}`}</span>
        )}
      </div>
      {outcome === 'failed' && (
        <div className="jp-MaturinVerify-inside">
          {message !== null && <p className="jp-MaturinBuild-error">{message}</p>}
          {inside.map(({ title, text }) => (
            <div key={title}>
              <FoldButton name={`${title}-${file}-${name}`} className="jp-mod-minor">
                {title}
              </FoldButton>
              <FoldBody name={`${title}-${file}-${name}`}>
                {() => <pre className="jp-MaturinVerify-text">{text}</pre>}
              </FoldBody>
            </div>
          ))}
        </div>
      )}
    </>
  );
}

/** What the lesson needs of the machine: what is there, and what to install. */
export function Environment({ checks }: { checks: EnvironmentCheck[] }): ReactElement {
  const { trans } = useBuild();
  return (
    <ul className="jp-MaturinVerify-tests">
      {checks.map(({ name, ok, found, needed, advice }) => (
        <li key={name} data-outcome={ok ? 'passed' : 'failed'}>
          <span
            className="jp-MaturinVerify-sign"
            role="img"
            aria-label={ok ? trans.__('there') : trans.__('missing')}
          >
            {ok ? '✓' : '✗'}
          </span>
          <code>{name}</code> {found ?? trans.__('missing')}{' '}
          <span className="jp-MaturinBuild-aside">{trans.__('(needed: %1)', needed)}</span>
          {advice !== null && <p className="jp-MaturinVerify-inside">{advice}</p>}
        </li>
      ))}
    </ul>
  );
}
