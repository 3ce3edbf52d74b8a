import { type ReactElement, useLayoutEffect, useRef } from 'react';
import { useBuild } from './context.js';
import type { Finding } from './diagnostics.js';
import { FoldBody, FoldButton } from './fold.js';
import { SourceLink } from './source-link.js';

/** rustc's diagnostics, each a fold: what and where in one line, the whole text inside. */
export function DiagnosticList({ findings }: { findings: Finding[] }): ReactElement {
  return (
    <ul className="jp-MaturinBuild-diagnostics">
      {findings.map(finding => (
        <li key={finding.key} data-severity={finding.severity}>
          <div className="jp-MaturinBuild-headline">
            <FoldButton name={finding.key}>
              <span className="jp-MaturinBuild-level">{finding.label}</span>{' '}
              <span className="jp-MaturinBuild-message">{finding.title}</span>
            </FoldButton>
            {finding.place && <SourceLink place={finding.place} />}
          </div>
          <FoldBody name={finding.key} className="jp-MaturinBuild-inside">
            {() => <DiagnosticBody finding={finding} />}
          </FoldBody>
        </li>
      ))}
    </ul>
  );
}

function DiagnosticBody({ finding }: { finding: Finding }): ReactElement {
  const { trans, texts } = useBuild();
  const fold = `${finding.key}-explanation`;
  return (
    <>
      <Filled className="jp-RenderedText" source={finding.text} fill={texts.ansi} />
      {finding.explanation !== null && (
        <>
          <FoldButton name={fold} className="jp-mod-minor">
            {trans.__('what %1 means', finding.code)}
          </FoldButton>
          <FoldBody name={fold}>
            {() => (
              <Filled
                className="jp-RenderedHTMLCommon jp-RenderedMarkdown jp-MaturinBuild-explanation"
                source={finding.explanation ?? ''}
                fill={texts.explanation}
              />
            )}
          </FoldBody>
        </>
      )}
    </>
  );
}

/** An element that one of JupyterLab's renderers fills, again only when its source is another one. */
function Filled(props: {
  className: string;
  source: string;
  fill: (host: HTMLElement, source: string) => void;
}): ReactElement {
  const { source, fill } = props;
  const host = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (host.current !== null) {
      fill(host.current, source);
    }
  }, [source, fill]);
  return <div ref={host} className={props.className} />;
}
