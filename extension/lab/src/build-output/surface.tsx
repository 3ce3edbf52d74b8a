import type { SurfaceChange } from '@jupyterlab-maturin/protocol';
import { Fragment, type ReactElement, type ReactNode } from 'react';
import { useTask } from '../task-output/context.js';
import { FoldBody, FoldButton } from '../task-output/fold.js';

/** How many names of each kind are shown at once; a fold holds more. */
const SHOWN = 4;
/** How many it shows when it is open. The kernel sends fewer. */
const MOST = 200;

/** What the build changed in what the module offers: `new: area(w, h) · gone: LIMIT`. */
export function Surface({ change }: { change: SurfaceChange }): ReactElement {
  const { trans } = useTask();
  const { added, changed, removed, omitted } = change;
  const groups = [
    { label: trans.__('new:'), names: added },
    { label: trans.__('changed:'), names: changed },
    { label: trans.__('gone:'), names: removed }
  ].filter(({ names }) => names.length > 0);
  const list = (from: number, to: number): ReactNode =>
    groups
      .map(({ label, names }) => ({ label, names: names.slice(from, to) }))
      .filter(({ names }) => names.length > 0)
      .map(({ label, names }, at) => (
        <Fragment key={label}>
          {at > 0 && ' · '}
          <span className="jp-MaturinBuild-label">{label}</span>{' '}
          {names.map((name, index) => (
            <Fragment key={index}>
              {index > 0 && ', '}
              <code>{name}</code>
            </Fragment>
          ))}
        </Fragment>
      ));
  const folded = groups.reduce((sum, { names }) => sum + Math.max(0, names.length - SHOWN), 0);
  const unlisted = groups.reduce(
    (sum, { names }) => sum + Math.max(0, names.length - MOST),
    omitted
  );
  return (
    <div className="jp-MaturinBuild-surface">
      {list(0, SHOWN)}
      {folded + omitted > 0 && (
        <>
          {' '}
          <FoldButton name="surface" className="jp-mod-minor">
            {trans.__('%1 more', folded + omitted)}
          </FoldButton>
          <FoldBody name="surface">
            {() => (
              <>
                {list(SHOWN, MOST)}
                {unlisted > 0 && (
                  <p className="jp-MaturinTask-aside">
                    {trans._n('%1 more is not listed', '%1 more are not listed', unlisted)}
                  </p>
                )}
              </>
            )}
          </FoldBody>
        </>
      )}
    </div>
  );
}
