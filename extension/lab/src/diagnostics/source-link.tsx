import { visibleLine } from '@jupyterlab-maturin/protocol';
import { type MouseEvent, type ReactElement, useState } from 'react';
import { useTask } from '../task-output/context.js';
import type { Place } from './finding.js';

/**
 * `src/lib.rs:9:46`, or another `label`, as a link into the editor.
 *
 * Where only the server knows whether JupyterLab can open the file, it is asked when somebody clicks: showing a saved
 * output asks for nothing. It is plain text with the reason as its tooltip where the file cannot be opened, because the
 * crate or the standard library lies outside Jupyter's root.
 */
export function SourceLink(props: { place: Place; label?: string }): ReactElement {
  const { sources, resolver, trans, notifyError } = useTask();
  const [unreachable, setUnreachable] = useState<string | null>(null);
  const { name, path, line, column } = props.place;
  const label = props.label ?? `${name}:${line}:${column}`;
  const target = path === null ? null : sources.contentsPath(path);
  const reason = trans.__(
    '%1 cannot be opened here: it lies outside the folder that JupyterLab was started in.',
    path === null ? name : visibleLine(path)
  );
  if (path === null || target === null || unreachable === path) {
    return (
      <span className="jp-MaturinTask-place" title={reason}>
        {label}
      </span>
    );
  }

  const show = (contentsPath: string): Promise<void> =>
    sources.open(contentsPath, { line, column });
  const title = trans.__('Open %1 at line %2', name, line);
  if (target === undefined) {
    const ask = async (): Promise<void> => {
      const located = await sources.locate(path, resolver);
      if (located === null) {
        setUnreachable(path);
        throw new Error(reason);
      }
      await show(located);
    };
    return (
      <button
        type="button"
        className="jp-MaturinTask-place"
        title={title}
        onClick={() => void ask().catch(notifyError)}
      >
        {label}
      </button>
    );
  }

  const open = (event: MouseEvent): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) {
      return; // The browser opens a new tab or window.
    }
    event.preventDefault();
    show(target).catch(notifyError);
  };
  return (
    <a className="jp-MaturinTask-place" href={sources.address(target)} title={title} onClick={open}>
      {label}
    </a>
  );
}
