import type { BuildEvent, BuildOutcome, BuildRequest } from '@jupyterlab-maturin/protocol';

/** Builds a crate: the bridge's `runBuild`. Handed in, so that the course knows nothing of how it is done. */
export type Builder = (
  request: BuildRequest,
  onEvent: (event: BuildEvent) => void,
  signal: AbortSignal
) => Promise<BuildOutcome>;
