import { Token } from '@lumino/coreutils';
import type { ISignal } from '@lumino/signaling';

/** The cells, in all open notebooks, whose results came from another build than the one in use. */
export interface IStaleCells {
  /** Emits when cells became stale, were run again, or were deleted. */
  readonly changed: ISignal<unknown, void>;
  /** Whether an open notebook has a stale cell with this id. */
  isStale(id: string): boolean;
  /** Runs the stale ones of these cells again, from the top of their notebook, and stops at the first error. */
  rerun(ids: readonly string[]): Promise<void>;
}

export const IStaleCells = new Token<IStaleCells>(
  'jupyterlab-maturin:IStaleCells',
  'The cells whose results came from another build than the one in use.'
);
