import type { RecordedEvent } from './file.js';

/** What the events of one exercise add up to. */
export interface Standing {
  /** Something was done here since the last reset. */
  touched: boolean;
  /** Verified, and not reset since. */
  verified: boolean;
  /** Verified at any time: what comes after stays open when a learner starts this one afresh. */
  verifiedOnce: boolean;
  /** Skipped, and not verified since. */
  skipped: boolean;
  /** Failed verifications since the last success or reset. */
  attempts: number;
  /** The highest hint that was given; a reset does not take it back. */
  hints: number;
}

const UNTOUCHED: Standing = {
  touched: false,
  verified: false,
  verifiedOnce: false,
  skipped: false,
  attempts: 0,
  hints: 0
};

/** Returns a standing for every exercise the events name. Events that are not known change nothing. */
export function foldProgress(events: readonly RecordedEvent[]): Map<string, Standing> {
  const standings = new Map<string, Standing>();
  for (const event of events) {
    const before = standings.get(event.exercise) ?? UNTOUCHED;
    standings.set(event.exercise, step(before, event));
  }
  return standings;
}

/** Returns where an exercise stands that no event names. */
export function untouched(): Standing {
  return { ...UNTOUCHED };
}

function step(before: Standing, event: RecordedEvent): Standing {
  switch (event.event) {
    case 'opened':
    case 'solution':
      return { ...before, touched: true };
    case 'hinted': {
      const hint = typeof event['hint'] === 'number' ? event['hint'] : 0;
      return { ...before, touched: true, hints: Math.max(before.hints, hint) };
    }
    case 'failed':
      return { ...before, touched: true, attempts: before.attempts + 1 };
    case 'verified':
      return {
        ...before,
        touched: true,
        verified: true,
        verifiedOnce: true,
        skipped: false,
        attempts: 0
      };
    case 'skipped':
      return { ...before, skipped: !before.verified };
    case 'reset':
      return { ...before, touched: false, verified: false, attempts: 0 };
    default:
      return before;
  }
}
