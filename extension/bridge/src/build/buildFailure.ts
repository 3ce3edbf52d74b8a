import type { FailureKind } from '@jupyterlab-maturin/protocol';
import { tellable } from '../foreign/sentence.js';

/** Ends a build with one sentence for the person who asked for it; `runBuild` turns it into a failed outcome. */
export class BuildFailure extends Error {
  override readonly name = 'BuildFailure';

  /**
   * @param kind what has to change before the build can work: see `FailureKind`
   * @param message one sentence: what was being done, what was found, what to do. It may quote others: they are made tellable
   */
  constructor(
    readonly kind: FailureKind,
    message: string,
    options?: ErrorOptions
  ) {
    super(tellable(message), options);
  }
}
