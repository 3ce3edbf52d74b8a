import type { FailureKind } from '@jupyterlab-maturin/protocol';

/** Ends a build with one sentence for the person who asked for it; `runBuild` turns it into a failed outcome. */
export class BuildFailure extends Error {
  override readonly name = 'BuildFailure';

  /**
   * @param kind what has to change before the build can work: see `FailureKind`
   * @param message one sentence: what was being done, what was found, what to do
   */
  constructor(
    readonly kind: FailureKind,
    message: string,
    options?: ErrorOptions
  ) {
    super(message, options);
  }
}
