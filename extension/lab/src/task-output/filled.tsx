import { type ReactElement, useLayoutEffect, useRef } from 'react';

/** An element that one of JupyterLab's renderers fills, and fills again only when the source has changed. */
export function Filled(props: {
  className: string;
  source: string;
  fill: (host: HTMLElement, source: string) => void;
}): ReactElement {
  const { source, fill } = props;
  const host = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (host.current !== null) {
      fill(host.current, source);
    }
  }, [source, fill]);
  return <div ref={host} className={props.className} />;
}
