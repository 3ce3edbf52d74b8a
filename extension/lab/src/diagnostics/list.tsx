import { type ReactElement, useMemo } from 'react';
import { useTask } from '../task-output/context.js';
import { AtMost } from '../task-output/at-most.js';
import { Filled } from '../task-output/filled.js';
import { FoldBody, FoldButton } from '../task-output/fold.js';
import { explanationMarkdown } from './explanation.js';
import { type CompilerReport, type Finding, findings } from './finding.js';
import { SourceLink } from './source-link.js';

/** What the compiler found: the errors, and the warnings with the rare note that belongs to none. */
export function useFindings(report: CompilerReport): { errors: Finding[]; warnings: Finding[] } {
  return useMemo(() => {
    const all = findings(report);
    return {
      errors: all.filter(({ severity }) => severity === 'error'),
      warnings: all.filter(({ severity }) => severity !== 'error')
    };
  }, [report]);
}

/** rustc's diagnostics, each a fold: what and where in one line, the whole text inside. */
export function DiagnosticList(props: {
  findings: Finding[];
  /** Whether the first one is open before the reader has touched it. */
  firstOpen?: boolean;
}): ReactElement {
  return (
    <ul className="jp-MaturinDiagnostics">
      <AtMost
        row="li"
        things={props.findings}
        show={(finding, index) => (
          <DiagnosticRow finding={finding} open={props.firstOpen === true && index === 0} />
        )}
      />
    </ul>
  );
}

function DiagnosticRow({ finding, open }: { finding: Finding; open: boolean }): ReactElement {
  const { key, severity, label, title, place } = finding;
  const fold = { name: key, openAtFirst: open };
  return (
    <li data-severity={severity}>
      <div className="jp-MaturinTask-headline">
        <FoldButton {...fold}>
          <span className="jp-MaturinDiagnostics-level">{label}</span>{' '}
          <span className="jp-MaturinDiagnostics-message">{title}</span>
        </FoldButton>
        {place && <SourceLink place={place} />}
      </div>
      <FoldBody {...fold} className="jp-MaturinDiagnostics-inside">
        {() => <DiagnosticBody finding={finding} />}
      </FoldBody>
    </li>
  );
}

function DiagnosticBody({ finding }: { finding: Finding }): ReactElement {
  const { trans, texts } = useTask();
  const { key, code, text, explanation } = finding;
  const fold = `${key}-explanation`;
  return (
    <>
      <Filled className="jp-RenderedText" source={text} fill={texts.ansi} />
      {explanation !== null && (
        <>
          <FoldButton name={fold} className="jp-mod-minor">
            {trans.__('what %1 means', code)}
          </FoldButton>
          <FoldBody name={fold}>
            {() => (
              <Filled
                className="jp-RenderedHTMLCommon jp-RenderedMarkdown jp-MaturinDiagnostics-explanation"
                source={explanationMarkdown(explanation)}
                fill={texts.markdown}
              />
            )}
          </FoldBody>
        </>
      )}
    </>
  );
}
