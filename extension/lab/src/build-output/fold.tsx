import type { ReactElement, ReactNode } from 'react';
import { useBuild } from './context.js';

/** A button that opens and closes the part of the output with the same `name`. */
export function FoldButton(props: {
  name: string;
  className?: string;
  children: ReactNode;
}): ReactElement {
  const { model, id } = useBuild();
  const open = model.isOpen(props.name);
  return (
    <button
      type="button"
      className={`jp-MaturinBuild-fold ${props.className ?? ''}`}
      aria-expanded={open}
      aria-controls={`${id}-${props.name}`}
      onClick={() => model.toggle(props.name)}
    >
      <span className="jp-MaturinBuild-arrow" aria-hidden="true">
        {open ? '▾' : '▸'}
      </span>
      {props.children}
    </button>
  );
}

/** What a fold shows. Its content is made when it is opened for the first time it is needed, and not before. */
export function FoldBody(props: {
  name: string;
  className?: string;
  children: () => ReactNode;
}): ReactElement {
  const { model, id } = useBuild();
  const open = model.isOpen(props.name);
  return (
    <div id={`${id}-${props.name}`} className={props.className} hidden={!open}>
      {open ? props.children() : null}
    </div>
  );
}
