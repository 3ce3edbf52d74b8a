/** `progress.jsonl`, which two machines or two versions may have written. */
import { writeFileSync } from 'node:fs';

import { EXERCISE } from '../place.mjs';
import { SPOILT, spoil } from './spoil.mjs';

const line = fields =>
  `${JSON.stringify({ v: 1, at: '2026-01-01T00:00:00.000Z', exercise: EXERCISE, event: 'verified', ...fields })}\n`;

const LINES = {
  'a last line that was cut off': line({}) + line({ key: 'b' }).slice(0, 20),
  '200,000 lines that are not JSON': 'nonsense\n'.repeat(200_000),
  'a line of ten million characters': `"${'x'.repeat(1e7)}"\n`,
  'a list in place of an event': '[1, 2, 3]\n',
  'brackets nested a hundred thousand deep': `${'['.repeat(1e5)}\n`,
  'a date that is none': line({ at: 'yesterday' }),
  'an event that this version does not know': line({ event: 'celebrated' }),
  'an exercise `../../etc/passwd`': line({ exercise: '../../etc/passwd' }),
  'an exercise `__proto__`': line({ exercise: '__proto__' }),
  'a hint beyond all numbers': line({ event: 'hinted', hint: 1e300 }),
  'a hint below zero': line({ event: 'hinted', hint: -5 }),
  'an exercise with escape sequences': line({ exercise: '\u001b[2J\u202e' })
};

export default {
  title: '`progress.jsonl`',
  command: 'jupyterlab-maturin list',
  inputs: [
    ...Object.keys(SPOILT).map(way => ({
      input: way,
      async run({ place, cli }) {
        const course = place.course();
        spoil(way, place.at('course/progress.jsonl'), line({}));
        return cli(['list'], course);
      },
      shows: /progress\.jsonl|Doubling/
    })),
    ...Object.entries(LINES).map(([input, text]) => ({
      input,
      async run({ place, cli }) {
        const course = place.course();
        writeFileSync(place.at('course/progress.jsonl'), text);
        return cli(['list'], course);
      },
      shows: /progress\.jsonl|Doubling/
    }))
  ]
};
