import { type ReactElement, useLayoutEffect, useRef } from 'react';
import { useBuild } from './context.js';
import { DiagnosticList } from './diagnostic.js';
import { FoldBody, FoldButton } from './fold.js';
import { secondsText, stepText } from './words.js';

/** The buttons at the end of the first line: everything that nobody needs most of the time. */
export function DetailButtons(): ReactElement {
  const { model, trans } = useBuild();
  const { notes, timings, log } = model.payload;
  const warnings = model.warnings.length;
  return (
    <div className="jp-MaturinBuild-details">
      {warnings > 0 && (
        <FoldButton name="warnings" className="jp-mod-warning">
          {trans._n('%1 warning', '%1 warnings', warnings)}
        </FoldButton>
      )}
      {notes.length > 0 && (
        <FoldButton name="notes" className="jp-mod-minor">
          {trans._n('%1 note', '%1 notes', notes.length)}
        </FoldButton>
      )}
      {timings.length > 0 && (
        <FoldButton name="timings" className="jp-mod-minor">
          {trans.__('timings')}
        </FoldButton>
      )}
      {log !== '' && (
        <FoldButton name="log" className="jp-mod-minor">
          {trans.__('log')}
        </FoldButton>
      )}
    </div>
  );
}

/** What those buttons open, in the same order. */
export function Details(): ReactElement {
  const { model, trans } = useBuild();
  const { notes, log, result, manifest } = model.payload;
  // Nobody waited that long for a lock.
  const timings = model.payload.timings.filter(
    ({ step, seconds }) => step !== 'lock' || seconds >= 0.01
  );
  return (
    <>
      {model.warnings.length > 0 && (
        <FoldBody name="warnings" className="jp-MaturinBuild-section">
          {() => <DiagnosticList findings={model.warnings} />}
        </FoldBody>
      )}
      {notes.length > 0 && (
        <FoldBody name="notes" className="jp-MaturinBuild-section jp-MaturinBuild-notes">
          {() => notes.map((note, at) => <p key={at}>{note}</p>)}
        </FoldBody>
      )}
      {timings.length > 0 && (
        <FoldBody name="timings" className="jp-MaturinBuild-section jp-MaturinBuild-timings">
          {() => (
            <dl>
              {timings.map(({ step, seconds }, at) => (
                <div key={at}>
                  <dt>{stepText(step, trans)}</dt>
                  <dd className="jp-MaturinBuild-number">{secondsText(seconds, trans)}</dd>
                </div>
              ))}
              {[manifest, result?.library].filter(Boolean).map(path => (
                <div key={path}>
                  <dt>{path === manifest ? trans.__('manifest') : trans.__('library')}</dt>
                  <dd>
                    <code>{path}</code>
                  </dd>
                </div>
              ))}
            </dl>
          )}
        </FoldBody>
      )}
      {log !== '' && (
        <FoldBody name="log" className="jp-MaturinBuild-section">
          {() => <Log text={log} />}
        </FoldBody>
      )}
    </>
  );
}

/** The raw log, scrolled to its end and kept there while it grows, unless the reader has scrolled away. */
function Log({ text }: { text: string }): ReactElement {
  const { trans } = useBuild();
  const area = useRef<HTMLPreElement>(null);
  const atEnd = useRef(true);
  useLayoutEffect(() => {
    if (area.current !== null && atEnd.current) {
      area.current.scrollTop = area.current.scrollHeight;
    }
  }, [text]);
  return (
    <pre
      ref={area}
      className="jp-MaturinBuild-log"
      role="region"
      aria-label={trans.__('Build log')}
      tabIndex={0}
      onScroll={({ currentTarget: { scrollTop, clientHeight, scrollHeight } }) => {
        atEnd.current = scrollTop + clientHeight >= scrollHeight - 2;
      }}
    >
      {text}
    </pre>
  );
}
