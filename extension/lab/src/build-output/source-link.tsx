import type { DiagnosticSpan } from '@jupyterlab-maturin/protocol';
import { type MouseEvent, type ReactElement, useEffect, useState } from 'react';
import { absolutePath, nameInCrate } from '../open-source/location.js';
import { useBuild } from './context.js';

/**
 * `src/lib.rs:9:46`, a link into the editor; plain text that says why where there is nothing to open: a crate
 * outside Jupyter's root, or the standard library.
 */
export function SourceLink({ place }: { place: DiagnosticSpan }): ReactElement {
  const { model, sources, resolver, trans, complain } = useBuild();
  const { root, manifest } = model.payload;
  const path = absolutePath(root, place.file_name);
  const known = path === null ? null : sources.known(path);
  const [asked, setAsked] = useState<{
    path: string;
    found: string | null;
  } | null>(null);

  useEffect(() => {
    if (known !== undefined || path === null) {
      return;
    }
    let current = true;
    sources.locate(path, resolver).then(
      found => current && setAsked({ path, found }),
      () => current && setAsked({ path, found: null })
    );
    return () => {
      current = false;
    };
  }, [path, known, sources, resolver]);

  const name = nameInCrate(place.file_name, root, manifest);
  const label = `${name}:${place.line_start}:${place.column_start}`;
  const target = known !== undefined ? known : asked?.path === path ? asked?.found : undefined;
  if (typeof target !== 'string') {
    return (
      <span
        className="jp-MaturinBuild-place"
        title={
          target === undefined
            ? undefined
            : trans.__(
                '%1 cannot be opened here: it lies outside the folder that JupyterLab was started in.',
                path ?? place.file_name
              )
        }
      >
        {label}
      </span>
    );
  }

  const open = (event: MouseEvent): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) {
      return; // The browser's own ways to follow a link.
    }
    event.preventDefault();
    sources.open(target, { line: place.line_start, column: place.column_start }).catch(complain);
  };
  return (
    <a
      className="jp-MaturinBuild-place"
      href={sources.address(target)}
      title={trans.__('Open %1 at line %2', name, place.line_start)}
      onClick={open}
    >
      {label}
    </a>
  );
}
