import type { BuildResult, Rebound, Stale } from '@jupyterlab-maturin/protocol';
import { Fragment, type ReactElement, type ReactNode } from 'react';
import { StaleCellsLine } from '../stale-cells/card-line.js';
import { AtMost } from '../task-output/at-most.js';
import { useTask } from '../task-output/context.js';
import { FoldBody, FoldButton } from '../task-output/fold.js';
import { Surface } from './surface.js';

/** How many names are shown at once; a fold holds the rest. */
const SHOWN = 6;

/** What the new module changed: what it offers, the names in the notebook that follow it, and what still holds the old one. */
export function Result({ result }: { result: BuildResult }): ReactElement {
  const { trans } = useTask();
  const { rebound, stale, staleCells, module, surface } = result;
  return (
    <div className="jp-MaturinBuild-result">
      {surface !== undefined && <Surface change={surface} />}
      {rebound.length === 0 && stale.length === 0 && (
        <p>
          {trans.__('ready:')} <code>import {module}</code>
        </p>
      )}
      {rebound.length > 0 && (
        <Names
          fold="rebound"
          label={trans.__('followed:')}
          names={rebound}
          show={(item, last) => (
            <>
              <Named {...item} />
              {last ? '' : ', '}
            </>
          )}
        />
      )}
      {stale.length > 0 && (
        <Names
          fold="stale"
          label={trans.__('still old:')}
          attention
          names={stale}
          show={item => (
            <span className="jp-MaturinBuild-stale">
              <Named {...item} /> · {item.reason}
            </span>
          )}
        />
      )}
      {staleCells !== undefined && staleCells.length > 0 && <StaleCellsLine cells={staleCells} />}
    </div>
  );
}

function Named({ name, where }: { name: string; where: string }): ReactElement {
  const { trans } = useTask();
  return (
    <>
      <code>{name}</code> <span className="jp-MaturinTask-aside">{trans.__('(%1)', where)}</span>
    </>
  );
}

function Names<T extends Rebound | Stale>(props: {
  fold: string;
  label: string;
  attention?: boolean;
  names: T[];
  show: (item: T, last: boolean) => ReactNode;
}): ReactElement {
  const { trans } = useTask();
  const { names, show } = props;
  const rest = names.length - SHOWN;
  const list = (items: T[]): ReactNode =>
    items.map((item, at) => <Fragment key={at}>{show(item, at === items.length - 1)}</Fragment>);
  return (
    <div data-attention={props.attention} data-count={names.length}>
      <span className="jp-MaturinBuild-label">{props.label}</span> {list(names.slice(0, SHOWN))}
      {rest > 0 && (
        <>
          {' '}
          <FoldButton name={props.fold} className="jp-mod-minor">
            {trans.__('%1 more', rest)}
          </FoldButton>
          <FoldBody name={props.fold}>
            {() => (
              <AtMost
                things={names.slice(SHOWN)}
                show={(item, at) => show(item, at === rest - 1)}
              />
            )}
          </FoldBody>
        </>
      )}
    </div>
  );
}
