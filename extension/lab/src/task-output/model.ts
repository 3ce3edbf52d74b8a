import { type ISignal, Signal } from '@lumino/signaling';
import type { TaskKind, TaskPayload, TaskState } from './kind.js';

/** Seconds without an update after which the kernel must have stopped: it sends one at least every second. */
const SILENCE = 10;

/** The state of one task's output: the newest payload, and what the reader has opened. */
export class TaskModel<Payload extends TaskPayload> {
  /** `now` returns seconds, from any fixed moment. */
  constructor(
    payload: Payload,
    private readonly _states: TaskKind<Payload>['states'],
    private readonly _now: () => number = () => performance.now() / 1000
  ) {
    this._payload = payload;
    this._received = this._now();
  }

  get changed(): ISignal<this, void> {
    return this._changed;
  }

  get payload(): Payload {
    return this._payload;
  }

  /** Replaces the payload before it. */
  set payload(payload: Payload) {
    this._payload = payload;
    this._received = this._now();
    this._changed.emit();
  }

  get state(): TaskState {
    return this._states[this._payload.phase as Payload['phase']];
  }

  /** Whether the task should be running, but its kernel has sent nothing for too long. */
  get silent(): boolean {
    return this.state === 'running' && this._now() - this._received > SILENCE;
  }

  /** Seconds since the cell was run. While the task runs, this counts on between two payloads. */
  get elapsed(): number {
    const { elapsed = 0 } = this._payload;
    return this.state === 'running' && !this.silent
      ? elapsed + this._now() - this._received
      : elapsed;
  }

  /** Whether a fold is open; `undefined` until the reader has opened or closed it. */
  isOpen(fold: string): boolean | undefined {
    return this._folds.get(fold);
  }

  setOpen(fold: string, open: boolean): void {
    this._folds.set(fold, open);
    this._changed.emit();
  }

  private readonly _changed = new Signal<this, void>(this);
  private readonly _folds = new Map<string, boolean>();
  private _payload: Payload;
  private _received: number;
}
