import type { CourseList, ExerciseState, ExerciseSummary } from '@jupyterlab-maturin/protocol';

/** A sign beside the word: the state is never told by colour alone. */
const SIGNS: Record<ExerciseState, string> = {
  verified: '✓',
  skipped: '↷',
  started: '▸',
  open: '○',
  locked: '·'
};

const WORD = Math.max(...Object.keys(SIGNS).map(word => word.length));

/** Returns the course as a table of at most `width` columns, a line each. */
export function table({ exercises, notes }: CourseList, width: number): string[] {
  const lines: string[] = [];
  const name = Math.max(...exercises.map(({ id }) => id.slice(id.indexOf('/') + 1).length), 4);
  for (const chapter of new Set(exercises.map(one => one.chapter))) {
    const own = exercises.filter(one => one.chapter === chapter);
    const done = own.filter(({ state }) => state === 'verified').length;
    const minutes = own.reduce((sum, one) => sum + one.minutes, 0);
    const right = `${done} of ${own.length} verified, ${duration(minutes)}`;
    if (lines.length > 0) lines.push('');
    lines.push(`${chapter}${right.padStart(Math.max(right.length + 2, width - chapter.length))}`);
    for (const one of own) lines.push(row(one, name, width));
  }
  if (notes.length > 0) lines.push('', ...notes.flatMap(note => wrap(`note: ${note}`, width)));
  return lines;
}

function row(one: ExerciseSummary, name: number, width: number): string {
  const short = one.id.slice(one.id.indexOf('/') + 1);
  const left = ` ${SIGNS[one.state]} ${one.state.padEnd(WORD)}  ${short.padEnd(name)}  `;
  const right = `  ${String(one.minutes).padStart(3)} min`;
  const room = Math.max(8, width - left.length - right.length);
  const told = did(one);
  const title = told === '' ? one.title : `${one.title} (${told})`;
  return `${left}${fit(title, room)}${right}`;
}

/** What the learner did here so far: `2 attempts, 1 hint`. */
function did({ state, attempts, hints }: ExerciseSummary): string {
  if (state === 'verified') return '';
  const parts = [
    ...(attempts > 0 ? [plural(attempts, 'attempt')] : []),
    ...(hints.given > 0 ? [plural(hints.given, 'hint')] : [])
  ];
  return parts.join(', ');
}

/** Breaks a text at spaces into lines of at most `width`; what follows the first line is set in by `indent`. */
export function wrap(text: string, width: number, indent = ''): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    for (const word of paragraph.split(' ')) {
      if (line !== '' && line.length + 1 + word.length > width - indent.length) {
        lines.push(line);
        line = word;
      } else {
        line = line === '' ? word : `${line} ${word}`;
      }
    }
    lines.push(line);
  }
  return lines.map(line => `${indent}${line}`.trimEnd());
}

function fit(text: string, room: number): string {
  return text.length <= room
    ? text.padEnd(room)
    : `${text.slice(0, room - 1).trimEnd()}…`.padEnd(room);
}

function plural(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}

function duration(minutes: number): string {
  return minutes < 60
    ? `${minutes} min`
    : `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')} min`;
}
