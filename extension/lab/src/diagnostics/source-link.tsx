import { type MouseEvent, type ReactElement, useEffect, useState } from 'react';
import { useTask } from '../task-output/context.js';
import type { Place } from './finding.js';

/**
 * `src/lib.rs:9:46`, or another `label`, as a link into the editor.
 *
 * It is plain text with the reason as its tooltip where JupyterLab cannot open the file, because the crate or the
 * standard library lies outside Jupyter's root.
 */
export function SourceLink(props: { place: Place; label?: string }): ReactElement {
  const { sources, trans, notifyError } = useTask();
  const { name, path, line, column } = props.place;
  const label = props.label ?? `${name}:${line}:${column}`;
  const target = useContentsPath(path);
  if (typeof target !== 'string') {
    return (
      <span
        className="jp-MaturinTask-place"
        title={
          target === undefined
            ? undefined
            : trans.__(
                '%1 cannot be opened here: it lies outside the folder that JupyterLab was started in.',
                path ?? name
              )
        }
      >
        {label}
      </span>
    );
  }

  const open = (event: MouseEvent): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) {
      return; // The browser opens a new tab or window.
    }
    event.preventDefault();
    sources.open(target, { line, column }).catch(notifyError);
  };
  return (
    <a
      className="jp-MaturinTask-place"
      href={sources.address(target)}
      title={trans.__('Open %1 at line %2', name, line)}
      onClick={open}
    >
      {label}
    </a>
  );
}

/** The contents path of an absolute path; `undefined` until that is known, `null` when Jupyter cannot reach it. */
function useContentsPath(path: string | null): string | null | undefined {
  const { sources, resolver } = useTask();
  const known = path === null ? null : sources.contentsPath(path);
  const [located, setLocated] = useState<{ path: string; target: string | null } | null>(null);

  useEffect(() => {
    if (known !== undefined || path === null) {
      return;
    }
    let current = true;
    const answer = (target: string | null): void => {
      if (current) {
        setLocated({ path, target });
      }
    };
    sources.locate(path, resolver).then(answer, () => answer(null));
    return () => {
      current = false;
    };
  }, [path, known, sources, resolver]);

  if (known !== undefined) {
    return known;
  }
  return located?.path === path ? located?.target : undefined;
}
