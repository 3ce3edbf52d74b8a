import { Fragment, type ReactElement, type ReactNode, useState } from 'react';
import { useTask } from './context.js';

/** How many things are shown at once. The kernel sends no more diagnostics than that. */
const STEP = 50;

/** The first things of a list, and a button that shows more: a saved output may hold a hundred thousand of them. */
export function AtMost<Thing>(props: {
  things: readonly Thing[];
  show: (thing: Thing, index: number) => ReactNode;
  /** The element around the button, where the list asks for a certain one. */
  row?: 'li' | 'div' | 'span';
}): ReactElement {
  const { trans } = useTask();
  const { things, show, row: Row = 'div' } = props;
  const [most, setMost] = useState(STEP);
  const rest = things.length - most;
  return (
    <>
      {things.slice(0, most).map((thing, index) => (
        <Fragment key={index}>{show(thing, index)}</Fragment>
      ))}
      {rest > 0 && (
        <Row>
          <button
            type="button"
            className="jp-MaturinTask-fold jp-mod-minor"
            title={trans.__('Show %1 more', Math.min(STEP, rest))}
            onClick={() => setMost(most + STEP)}
          >
            {trans.__('… and %1 more', rest.toLocaleString('en-US'))}
          </button>
        </Row>
      )}
    </>
  );
}
