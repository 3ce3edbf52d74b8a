import { type BuildPayload, type Timing, visibleLine } from '@jupyterlab-maturin/protocol';
import type { TranslationBundle } from '@jupyterlab/translation';
import { type ReactElement, useLayoutEffect, useRef } from 'react';
import type { Finding } from '../diagnostics/finding.js';
import { DiagnosticList } from '../diagnostics/list.js';
import { secondsText } from '../task-output/clock.js';
import { AtMost } from '../task-output/at-most.js';
import { useTask } from '../task-output/context.js';
import { FoldBody, FoldButton } from '../task-output/fold.js';

/** Shorter waits for another build's lock are not worth a line. */
const SHORT_WAIT = 0.01;

interface DetailsProps {
  payload: BuildPayload;
  warnings: Finding[];
}

/** The buttons at the end of the first line, for what most readers do not need most of the time. */
export function DetailButtons({ payload, warnings }: DetailsProps): ReactElement {
  const { trans } = useTask();
  const { notes, timings, log } = payload;
  return (
    <div className="jp-MaturinBuild-details">
      {warnings.length > 0 && (
        <FoldButton name="warnings" className="jp-mod-warning">
          {trans._n('%1 warning', '%1 warnings', warnings.length)}
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
export function Details({ payload, warnings }: DetailsProps): ReactElement {
  const { notes, timings, log } = payload;
  return (
    <>
      {warnings.length > 0 && (
        <FoldBody name="warnings" className="jp-MaturinBuild-section">
          {() => <DiagnosticList findings={warnings} />}
        </FoldBody>
      )}
      {notes.length > 0 && (
        <FoldBody name="notes" className="jp-MaturinBuild-section jp-MaturinBuild-notes">
          {() => <AtMost things={notes} show={note => <p>{note}</p>} />}
        </FoldBody>
      )}
      {timings.length > 0 && (
        <FoldBody name="timings" className="jp-MaturinBuild-section jp-MaturinBuild-timings">
          {() => <Timings payload={payload} />}
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

/** How long each step took, and the files that the build began and ended with. */
function Timings({ payload: { timings, manifest, result } }: { payload: BuildPayload }) {
  const { trans } = useTask();
  const files = [
    { label: trans.__('manifest'), path: manifest && visibleLine(manifest) },
    { label: trans.__('library'), path: result?.library }
  ];
  return (
    <dl>
      <AtMost
        things={timings.filter(({ step, seconds }) => step !== 'lock' || seconds >= SHORT_WAIT)}
        show={({ step, seconds }) => (
          <div>
            <dt>{stepText(step, trans)}</dt>
            <dd className="jp-MaturinTask-number">{secondsText(seconds, trans)}</dd>
          </div>
        )}
      />
      {files
        .filter(({ path }) => path)
        .map(({ label, path }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <code>{path}</code>
            </dd>
          </div>
        ))}
    </dl>
  );
}

/** The raw log, scrolled to its end and kept there while it grows, unless the reader has scrolled away. */
function Log({ text }: { text: string }): ReactElement {
  const { trans } = useTask();
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

function stepText(step: Timing['step'], trans: TranslationBundle): string {
  switch (step) {
    case 'plan':
      return trans.__('finding the crate');
    case 'lock':
      return trans.__('waiting for other builds');
    case 'maturin':
      return trans.__('maturin and cargo');
    case 'unpack':
      return trans.__('unpacking');
    case 'install':
      return trans.__('installing');
    case 'load':
      return trans.__('loading into the kernel');
  }
}
