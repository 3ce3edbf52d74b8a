import {
  isPredictionNews,
  type PredictionMove,
  type PredictionReply,
  visible
} from '@jupyterlab-maturin/protocol';
import type { TranslationBundle } from '@jupyterlab/translation';
import { type ISignal, Signal } from '@lumino/signaling';
import type { KernelListener } from '../kernel-comm.js';

/** The questions that one kernel waits for an answer to, as it said last. */
export class PredictionsModel implements KernelListener {
  constructor(private readonly _trans: TranslationBundle) {}

  /** Sends something to the kernel, and returns whether it could be sent. */
  send: (move: PredictionMove) => boolean = () => false;

  get changed(): ISignal<this, void> {
    return this._changed;
  }

  /** Their ids. */
  get open(): ReadonlySet<string> {
    return this._open;
  }

  /** Takes in what the kernel sent; what is not about predictions is ignored. */
  receive(data: unknown): void {
    if (!isPredictionNews(data)) {
      return;
    }
    this._open = new Set(data.open);
    this._changed.emit();
    if (data.reply !== null) {
      this._waiting.get(data.reply.id)?.resolve(data.reply);
      this._waiting.delete(data.reply.id);
    }
  }

  /** Forgets all questions: the kernel that asked them is gone. */
  clear(): void {
    this._open = new Set();
    for (const { reject } of this._waiting.values()) {
      reject(this._gone());
    }
    this._waiting.clear();
    this._changed.emit();
  }

  /**
   * Tells the kernel about a prediction, and returns what it answers.
   *
   * @throws Error when the kernel refuses, or is gone
   */
  async tell(move: PredictionMove): Promise<NonNullable<PredictionReply['outputs']>> {
    const answered = new Promise<PredictionReply>((resolve, reject) =>
      this._waiting.set(move.id, { resolve, reject })
    );
    if (!this.send(move)) {
      this._waiting.delete(move.id);
      throw this._gone();
    }
    const { outputs, problem } = await answered;
    if (outputs === null) {
      throw problem === null ? this._gone() : new Error(visible(problem));
    }
    return outputs;
  }

  private _gone(): Error {
    return new Error(
      this._trans.__('The kernel that asked this is gone. Run this cell again to choose.')
    );
  }

  private readonly _changed = new Signal<this, void>(this);
  private readonly _waiting = new Map<
    string,
    { resolve: (reply: PredictionReply) => void; reject: (problem: Error) => void }
  >();
  private _open = new Set<string>();
}
