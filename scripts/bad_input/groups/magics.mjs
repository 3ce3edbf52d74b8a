/** What is typed into cells. */
const cells = {
  '%build_extension nowhere': 'a crate that is not there',
  '%build_extension /dev/zero': 'a device',
  '%build_extension "unclosed': 'a quotation that is not closed',
  '%build_extension --profile': 'an option without its value',
  '%build_extension --turbo': 'an unknown option',
  '%build_extension a b': 'two crates',
  '%build_extension outside --use 0': 'a build 0',
  '%build_extension outside --use -1': 'a build -1',
  '%build_extension outside --use 99999999999999999999': 'a build beyond all numbers',
  '%build_extension outside --use x': 'a build x',
  '%build_extension outside --history': 'the history of what is no crate',
  '%build_extension a\u001b]52;c;eHg=\u0007\u202eb': 'a path with an escape sequence',
  '%build_extension a\\x00b': 'a path with a null',
  [`%build_extension ${'x'.repeat(5000)}`]: 'a path of 5,000 characters',
  'import jupyterlab_maturin\njupyterlab_maturin.build_extension(3)': 'a number as crate',
  'jupyterlab_maturin.build_extension("a\\0b")': 'a null in the path',
  'jupyterlab_maturin.build_extension("\\udc80")': 'a path that is no Unicode',
  'jupyterlab_maturin.build_extension("outside", features="a")':
    'text in place of a list of features',
  'jupyterlab_maturin.build_extension("outside", profile=None)': 'no profile',
  'jupyterlab_maturin.generation("nowhere", 1)': 'a module that was never built',
  'jupyterlab_maturin.generation("sys", -1)': "a build of one of Python's own modules",
  '%verify nowhere/at_all': 'an unknown exercise',
  '%verify ../../etc': 'an exercise that leads out',
  '%hint': 'no exercise',
  '%solution "': 'a quotation mark alone',
  '%reset_exercise __proto__': '`__proto__` as exercise',
  '%course_path nowhere': 'a folder that is none',
  '%%predict\n': 'a prediction without choices',
  '%%predict "\nWhat?\n- a': 'a prediction with one choice and an open quotation',
  '%gil': 'nothing to probe',
  '%gil 3': 'a number to probe',
  '%gil nowhere()': 'a function that is not there',
  '%gil print(': 'a call that is not closed',
  '%scaling f(x); g(x)': 'two calls',
  'from jupyterlab_maturin.lesson import source\nsource("../../outside", "kept")':
    'the source of what is no exercise',
  'from jupyterlab_maturin.lesson import bars\nbars([])': 'a chart of nothing'
};

export default {
  title: 'What is typed into cells',
  command: 'in a kernel',
  inputs: Object.entries(cells).map(([code, input]) => ({
    input: `${input}: \`${code.split('\n').at(-1).slice(0, 60).replaceAll('|', '\\|')}\``,
    run: ({ kernel }) => kernel.run(code),
    shows: /./
  }))
};
