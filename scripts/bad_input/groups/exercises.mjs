/** `exercise.toml`, which an author writes and a course brings along. */
import { writeFileSync } from 'node:fs';

import { MANIFEST } from '../place.mjs';
import { SPOILT, spoil } from './spoil.mjs';

const REPLACED = {
  'a number as title': [/title = .*/, 'title = 3'],
  'escape sequences, a newline and a bidi override in the title': [
    /title = .*/,
    'title = "\\u001b]0;x\\u0007\\u001b[2J\\u001b]52;c;eHg=\\u0007 \\u202egnp\\nline2"'
  ],
  'a title of a million characters': [/title = .*/, `title = "${'x'.repeat(1e6)}"`],
  'an unknown kind': [/kind = .*/, 'kind = "perl"'],
  'one hint instead of three': [/hints = .*/, 'hints = ["one"]'],
  'a limit below zero': [/limit = .*/, 'limit = -1'],
  'infinity as limit': [/limit = .*/, 'limit = inf'],
  'nan as minutes': [/minutes = .*/, 'minutes = nan'],
  'a misspelt key': [/title = /, 'titel = '],
  'a key `__proto__`': [/\[stub\]/, '[__proto__]\nkind = "cargo"\n\n[stub]'],
  'a key twice': [/title = .*/, 'title = "a"\ntitle = "b"'],
  'a module outside of the exercise': [/module = .*/, 'module = "../../../../outside/kept.txt"'],
  'tables nested a thousand deep': [/$/, `\n[${Array(1000).fill('a').join('.')}]\n`]
};

export default {
  title: '`exercise.toml`',
  command: 'jupyterlab-maturin list',
  inputs: [
    ...Object.keys(SPOILT).map(way => ({
      input: way,
      async run({ place, cli }) {
        const course = place.course();
        spoil(way, place.spoilt('exercise.toml'), MANIFEST);
        return cli(['list'], course);
      },
      shows: /01_spoilt|Doubling/
    })),
    ...Object.entries(REPLACED).map(([input, [pattern, text]]) => ({
      input,
      async run({ place, cli }) {
        const course = place.course();
        writeFileSync(
          place.spoilt('exercise.toml'),
          MANIFEST.replace(pattern, () => text)
        );
        return cli(['list'], course);
      },
      shows: /01_spoilt|Doubling/
    }))
  ]
};
