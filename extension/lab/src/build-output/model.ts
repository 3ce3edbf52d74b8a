import type { BuildPayload } from '@jupyterlab-maturin/protocol';
import { type ISignal, Signal } from '@lumino/signaling';
import { type Finding, findings } from './diagnostics.js';

/** The kernel writes at least once a second while something runs; after this many seconds it is gone. */
const SILENCE = 10;

/** The state of one build's output: the newest payload, and what the reader has opened. */
export class BuildModel {
  /** `now` returns seconds, from any fixed moment. */
  constructor(
    payload: BuildPayload,
    private readonly _now: () => number = () => performance.now() / 1000
  ) {
    this._payload = payload;
    this._received = this._now();
    this._findings = findings(payload);
  }

  get changed(): ISignal<this, void> {
    return this._changed;
  }

  get payload(): BuildPayload {
    return this._payload;
  }

  /** Takes the place of the state before. */
  set payload(payload: BuildPayload) {
    this._payload = payload;
    this._received = this._now();
    this._findings = findings(payload);
    this._changed.emit();
  }

  get errors(): Finding[] {
    return this._findings.filter(finding => finding.severity === 'error');
  }

  /** Warnings, and the rare note that stands alone. */
  get warnings(): Finding[] {
    return this._findings.filter(finding => finding.severity !== 'error');
  }

  get running(): boolean {
    return ['planning', 'building', 'loading'].includes(this._payload.phase);
  }

  /** Whether a running build has not been heard of for so long that its kernel must be gone. */
  get silent(): boolean {
    return this.running && this._now() - this._received > SILENCE;
  }

  /** Seconds since the cell ran, counted on between two payloads while the build runs. */
  get elapsed(): number {
    const { elapsed } = this._payload;
    return this.running && !this.silent ? elapsed + this._now() - this._received : elapsed;
  }

  /** How much of the work is done, from 0 to 1; `null` while cargo has not counted it. */
  get fraction(): number | null {
    const { phase, progress } = this._payload;
    if (phase === 'loading') {
      return 1;
    }
    return progress === null || progress.total <= 0
      ? null
      : Math.min(1, Math.max(0, progress.done / progress.total));
  }

  /** Whether a fold is open: as the reader left it, else only the first error's. */
  isOpen(fold: string): boolean {
    return this._folds.get(fold) ?? fold === this._opened();
  }

  toggle(fold: string): void {
    this._folds.set(fold, !this.isOpen(fold));
    this._changed.emit();
  }

  private _opened(): string | undefined {
    return this._payload.phase === 'failed' ? this._findings[0]?.key : undefined;
  }

  private readonly _changed = new Signal<this, void>(this);
  private readonly _folds = new Map<string, boolean>();
  private _payload: BuildPayload;
  private _findings: Finding[];
  private _received: number;
}
