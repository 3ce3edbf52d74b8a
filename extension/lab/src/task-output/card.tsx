import type { ReactElement, ReactNode } from 'react';
import { useTask } from './context.js';

const MARKS = { running: null, succeeded: '✓', failed: '✗', cancelled: '–' };

/** The frame of every card: a first line with the name of what was worked on, and whatever the kind shows below. */
export function TaskCard(props: {
  className: string;
  phase: string;
  /** What a screen reader calls the card. */
  label: string;
  name: string;
  /** Follows the name in the first line. */
  summary: ReactNode;
  /** Stands at the end of the first line. */
  end: ReactNode;
  /** A screen reader says this whenever it changes, so it must not hold a number that ticks. */
  announcement: string;
  children: ReactNode;
}): ReactElement {
  const { model } = useTask();
  return (
    <section
      className={`jp-MaturinTask-card ${props.className}`}
      data-phase={props.phase}
      data-state={model.state}
      aria-label={props.label}
    >
      <header className="jp-MaturinTask-line">
        <strong className="jp-MaturinTask-name">{props.name}</strong>
        {props.summary}
        <span className="jp-MaturinTask-space" />
        {props.end}
      </header>
      {props.children}
      <div className="jp-MaturinTask-announcement" role="status" aria-live="polite">
        {props.announcement}
      </div>
    </section>
  );
}

/** How the task ended, in a few words after a mark. */
export function Verdict({ children }: { children: ReactNode }): ReactElement {
  const { model } = useTask();
  return (
    <span className="jp-MaturinTask-verdict">
      <span className="jp-MaturinTask-mark" aria-hidden="true">
        {MARKS[model.state]}
      </span>
      {children}
    </span>
  );
}
