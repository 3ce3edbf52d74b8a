/** Links in a course that lead out of it. */
import { mkdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';

const SPOILT = '01_first/01_spoilt';

/** Puts a link where `name` was. */
function link(place, name, target) {
  const file = place.at('course', name);
  rmSync(file, { recursive: true, force: true });
  mkdirSync(path.dirname(file), { recursive: true });
  symlinkSync(target, file);
}

const outside = (input, name, target, ...command) => ({
  input: `${input}, then \`${command[0]}\``,
  async run({ place, cli }) {
    const course = place.course();
    link(place, name, place.at('outside', target));
    return cli(command, course);
  }
});

const of = name => `exercises/${SPOILT}/${name}`;

export default {
  title: 'Links that lead out of a course',
  command: 'in the line',
  inputs: [
    outside('the file that is edited', of('doubling.py'), 'kept.txt', 'reset', SPOILT),
    outside("the exercise's folder", `exercises/${SPOILT}`, 'lib', 'reset', SPOILT),
    outside('the folder of tests', of('tests'), 'lib', 'verify', SPOILT),
    outside('the folder of tests', of('tests'), 'lib', 'reset', SPOILT),
    outside('the solution', of('solution'), 'lib', 'solution', SPOILT, '--yes'),
    outside('a file of the solution', of('solution/doubling.py'), 'kept.txt', 'solution', SPOILT),
    outside('progress.jsonl', 'progress.jsonl', 'kept.txt', 'hint', SPOILT),
    outside('progress.jsonl', 'progress.jsonl', 'kept.txt', 'skip', SPOILT),
    outside('progress.jsonl, to a file that is not there', 'progress.jsonl', 'new', 'hint', SPOILT),
    outside('.backup', '.backup', 'lib', 'reset', SPOILT),
    outside('.course', '.course', 'lib', 'list'),
    outside('a chapter', 'exercises/01_first', 'lib', 'list'),
    {
      input: 'the whole course, linked on purpose, then `hint`',
      async run({ place, cli }) {
        const course = place.course();
        renameSync(course, place.at('on_another_disk'));
        symlinkSync(place.at('on_another_disk'), course);
        return cli(['hint', SPOILT], course);
      },
      shows: /first hint/
    }
  ]
};
