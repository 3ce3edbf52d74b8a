import type { ISignal } from '@lumino/signaling';

/** The questions of the `%%predict` cells in all open notebooks. */
export interface IPredictions {
  /** Emits when other questions can be answered than before, or another cell runs. */
  readonly changed: ISignal<unknown, void>;
  /** Whether a running kernel waits for the answer to the question with this id. */
  isOpen(id: string): boolean;
  /** Whether this page has sent the answer, and the cell below has not ended. */
  isRunning(id: string): boolean;
  /**
   * Has the choice written down and runs the code cell below. Resolves when that has ended.
   *
   * @param choice counted from 1
   * @param node an element in the output that asks
   * @throws Error with one sentence for the learner when nothing could be run
   */
  choose(id: string, choice: number, node: HTMLElement): Promise<void>;
}
