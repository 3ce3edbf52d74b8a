import type { Timing } from '@jupyterlab-maturin/protocol';

/** Measures the steps of one build, in seconds. */
export class Stopwatch {
  readonly timings: Timing[] = [];
  private readonly begin = performance.now();
  private last = this.begin;

  /** Ends a step, which began when the previous one ended. */
  finished(step: Timing['step']): void {
    const now = performance.now();
    this.timings.push({ step, seconds: (now - this.last) / 1000 });
    this.last = now;
  }

  get seconds(): number {
    return (performance.now() - this.begin) / 1000;
  }
}
