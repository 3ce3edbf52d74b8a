import type { EnvironmentCheck, TestResult } from '@jupyterlab-maturin/protocol';
import type { ReactElement, ReactNode } from 'react';
import { AtMost } from '../task-output/at-most.js';
import { useTask } from '../task-output/context.js';
import { FoldBody, FoldButton } from '../task-output/fold.js';

const SIGNS = { passed: '✓', failed: '✗', skipped: '–' };

/** What fails, reason by reason; then, in a line each, what was skipped and how many passed. */
export function TestList({ tests }: { tests: TestResult[] }): ReactElement {
  const { trans } = useTask();
  const reasons = new Map<string, TestResult[]>();
  for (const test of tests.filter(({ outcome }) => outcome === 'failed')) {
    const reason = test.cause ?? test.name;
    const same = reasons.get(reason);
    if (same === undefined) {
      reasons.set(reason, [test]);
    } else {
      same.push(test);
    }
  }
  const skipped = tests.filter(({ outcome }) => outcome === 'skipped');
  const passed = tests.filter(({ outcome }) => outcome === 'passed');
  return (
    <ul className="jp-MaturinVerify-tests">
      <AtMost
        row="li"
        things={[...reasons.values()]}
        show={(same, index) => (
          <li data-outcome="failed">
            <Reason tests={same} fold={`reason-${index}`} />
          </li>
        )}
      />
      <AtMost
        row="li"
        things={skipped}
        show={({ name }) => (
          <li data-outcome="skipped">
            <Sign outcome="skipped" label={trans.__('skipped')} />
            <code>{name}</code>
          </li>
        )}
      />
      {passed.length > 0 && (
        <li key="passed" data-outcome="passed">
          <Passed tests={passed} />
        </li>
      )}
    </ul>
  );
}

/** The first test that fails for a reason, and the others behind their number. */
function Reason({ tests, fold }: { tests: TestResult[]; fold: string }): ReactElement {
  const { trans } = useTask();
  const [first, ...others] = tests;
  return (
    <>
      {first !== undefined && <Failure test={first} fold={`${fold}-0`} />}
      {others.length > 0 && (
        <div className="jp-MaturinVerify-inside">
          <FoldButton name={fold} className="jp-mod-minor">
            {trans._n(
              '%1 more fails for the same reason',
              '%1 more fail for the same reason',
              others.length
            )}
          </FoldButton>
          <FoldBody name={fold}>
            {() => (
              <AtMost
                things={others}
                show={(test, index) => <Failure test={test} fold={`${fold}-${index + 1}`} />}
              />
            )}
          </FoldBody>
        </div>
      )}
    </>
  );
}

/** How many passed, and behind that their names. */
function Passed({ tests }: { tests: TestResult[] }): ReactElement {
  const { trans } = useTask();
  return (
    <>
      <FoldButton name="passed">
        <Sign outcome="passed" label={trans.__('passed')} />
        {trans._n('%1 test passes', '%1 tests pass', tests.length)}
      </FoldButton>
      <FoldBody name="passed" className="jp-MaturinVerify-inside">
        {() => (
          <ul>
            <AtMost
              row="li"
              things={tests}
              show={({ name }) => (
                <li>
                  <code>{name}</code>
                </li>
              )}
            />
          </ul>
        )}
      </FoldBody>
    </>
  );
}

function Failure({ test, fold }: { test: TestResult; fold: string }): ReactElement {
  const { trans } = useTask();
  const { name, file, line, message, details, output } = test;
  return (
    <>
      <div className="jp-MaturinTask-headline">
        <span>
          <Sign outcome="failed" label={trans.__('failed')} />
          <code>{name}</code>
        </span>
        {file !== '' && (
          <span className="jp-MaturinTask-place">{line === null ? file : `${file}:${line}`}</span>
        )}
      </div>
      <div className="jp-MaturinVerify-inside">
        {message !== null && <p className="jp-MaturinTask-error">{message}</p>}
        <FoldedText name={`${fold}-details`} text={details}>
          {trans.__('the test')}
        </FoldedText>
        <FoldedText name={`${fold}-output`} text={output}>
          {trans.__('what it printed')}
        </FoldedText>
      </div>
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
      <AtMost
        row="li"
        things={checks}
        show={({ name, ok, found, needed, advice }) => (
          <li data-outcome={ok ? 'passed' : 'failed'}>
            <Sign
              outcome={ok ? 'passed' : 'failed'}
              label={ok ? trans.__('found') : trans.__('missing')}
            />
            <code>{name}</code> {found ?? trans.__('missing')}{' '}
            <span className="jp-MaturinTask-aside">{trans.__('(needed: %1)', needed)}</span>
            {advice !== null && <p className="jp-MaturinVerify-inside">{advice}</p>}
          </li>
        )}
      />
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
