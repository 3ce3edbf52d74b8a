/** The folder that `jupyterlab-maturin course` is to make or to update. */
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';

import { SPOILT, spoil } from './spoil.mjs';

const made = (input, folder) => ({
  input,
  async run({ place, cli }) {
    return cli(['course', typeof folder === 'string' ? folder : folder(place)], place.folder);
  }
});

const updated = (input, change) => ({
  input,
  async run({ place, cli }) {
    await cli(['course', 'mine'], place.folder);
    change(place.at('mine/.course/files.json'), place);
    return cli(['course', '--update', 'mine'], place.folder);
  }
});

export default {
  title: 'The folder of a course',
  command: 'jupyterlab-maturin course DIR',
  inputs: [
    made('`/proc/x`', '/proc/x'),
    made('`/proc/self/x`', '/proc/self/x'),
    made('`/dev/null/x`', '/dev/null/x'),
    made('`/dev/full`', '/dev/full'),
    made('`/sys/x`', '/sys/x'),
    made('an empty name', ''),
    made('a name of 300 characters', 'x'.repeat(300)),
    made('a file', place => {
      place.write({ file: '' });
      return 'file';
    }),
    made('a folder in a file', place => {
      place.write({ file: '' });
      return 'file/course';
    }),
    made('a link to nothing', place => {
      symlinkSync('/nowhere/at/all', place.at('link'));
      return 'link';
    }),
    made('a link to itself', place => {
      symlinkSync('link', place.at('link'));
      return 'link';
    }),
    made('a folder that is not empty', 'outside'),
    made('a name with a newline and an escape sequence', 'a\nb\u001b[2J'),
    {
      input: '`--update` of a folder that is no course',
      async run({ place, cli }) {
        mkdirSync(place.at('empty'));
        return cli(['course', '--update', 'empty'], place.folder);
      }
    },
    ...Object.keys(SPOILT).map(way =>
      updated(`\`--update\`, files.json ${way}`, file =>
        spoil(way, file, readFileSync(file, 'utf8'))
      )
    ),
    updated('`--update`, files.json with a file outside', file => {
      const record = JSON.parse(readFileSync(file, 'utf8'));
      record['../outside/kept.txt'] =
        '9d1bd45bd1e4e1bbf2c1b2f8e4f0a8ea7a1c1f1ddbf6a8ab5d6cf4d1bd3d1c2e';
      writeFileSync(file, JSON.stringify(record));
    })
  ]
};
