import type { ReactElement, ReactNode } from 'react';
import { useTask } from './context.js';

interface FoldProps {
  /** The same for the button and for what it opens. */
  name: string;
  /** Whether the fold is open before the reader has touched it. */
  openAtFirst?: boolean;
  className?: string;
}

/** A button that opens and closes the `FoldBody` with the same `name`. */
export function FoldButton(props: FoldProps & { children: ReactNode }): ReactElement {
  const { name, openAtFirst = false, className = '', children } = props;
  const { model, id } = useTask();
  const open = model.isOpen(name) ?? openAtFirst;
  return (
    <button
      type="button"
      className={`jp-MaturinTask-fold ${className}`}
      aria-expanded={open}
      aria-controls={`${id}-${name}`}
      onClick={() => model.setOpen(name, !open)}
    >
      <span className="jp-MaturinTask-arrow" aria-hidden="true">
        {open ? '▾' : '▸'}
      </span>
      {children}
    </button>
  );
}

/** What a fold shows. Its content is only made while the fold is open: a log or an explanation can be long. */
export function FoldBody(props: FoldProps & { children: () => ReactNode }): ReactElement {
  const { name, openAtFirst = false, className, children } = props;
  const { model, id } = useTask();
  const open = model.isOpen(name) ?? openAtFirst;
  return (
    <div id={`${id}-${name}`} className={className} hidden={!open}>
      {open ? children() : null}
    </div>
  );
}
