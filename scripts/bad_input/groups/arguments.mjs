/** What is typed, and where the answer goes. */
const course = (input, args, options = {}) => ({
  input,
  run: ({ place, cli }) => cli(args, place.course()),
  ...options
});

const redirected = (input, line, options = {}) => ({
  input,
  run: ({ place, shell }) => shell(line, place.course()),
  ...options
});

export default {
  title: 'Arguments, and where the output goes',
  command: 'jupyterlab-maturin …',
  inputs: [
    course('no command', []),
    course('an unknown command', ['bild']),
    course('an unknown option', ['list', '--jsn']),
    course('an unknown exercise', ['hint', '01_first/00_doublin']),
    course('an id that leads out', ['hint', '../../etc']),
    course('an empty id', ['hint', '']),
    course('an id with escape sequences', ['hint', '\u001b]0;x\u0007\u001b[2J\u202e']),
    course('an id of 100,000 characters', ['verify', 'x'.repeat(1e5)]),
    course('`__proto__` as id', ['solution', '__proto__']),
    course('two ids', ['hint', 'a/b', 'c/d']),
    course('`clean` of what is no crate', ['clean', 'exercises']),
    course('`build` without a value for --profile', ['build', '.', '--profile']),
    course('`build` with an option as a path', ['build', '--', '-rf']),
    course('`build` of a feature with spaces', ['build', '.', '--features', 'a b;c']),
    {
      input: 'no course here',
      run: ({ place, cli }) => cli(['list'], place.at('outside'))
    },
    {
      input: 'a folder that is gone',
      run: ({ place, shell }) =>
        shell('mkdir gone && cd gone && rmdir ../gone && jupyterlab-maturin list', place.folder)
    },
    redirected(
      'a full disk behind stdout: `list > /dev/full`',
      'jupyterlab-maturin list > /dev/full'
    ),
    redirected('`hint > /dev/full`', 'jupyterlab-maturin hint 01_first/00_doubling > /dev/full'),
    redirected('a closed stdout: `list >&-`', 'jupyterlab-maturin list >&-', { silent: true }),
    redirected('a reader that leaves: `list | true`', 'jupyterlab-maturin list | true', {
      silent: true
    }),
    redirected('a closed stdin: `list <&-`', 'jupyterlab-maturin list <&-'),
    redirected('a terminal without a type', 'TERM= COLUMNS=0 jupyterlab-maturin list'),
    redirected('a locale without Unicode', 'LC_ALL=C jupyterlab-maturin list')
  ]
};
