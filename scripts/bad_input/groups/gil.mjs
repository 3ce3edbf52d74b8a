/** What the GIL lab is asked to call. */
const cells = [
  ['a number', 'timeline(3)'],
  ['no threads', 'timeline(time.sleep, 0.01, threads=0)'],
  ['half a thread', 'scaling(time.sleep, 0.01, threads=[0.5])'],
  ['a function that raises', 'timeline(int, "x")'],
  ['a function that ends the interpreter', 'releases_gil(sys.exit)'],
  ['a function that returns at once', 'releases_gil(int)'],
  ['a generator', 'computes_without_gil(lambda: (yield))'],
  ['an argument too many', 'releases_gil(time.sleep, 1, 2)'],
  ['functions to compare that are none', 'compare({"a": 1, "b": 2})'],
  ['nothing to compare', 'compare({})']
];

export default {
  title: 'What the GIL lab is asked to call',
  command: 'in a kernel',
  setUp: 'import sys, time\nfrom jupyterlab_maturin.gil import *',
  inputs: cells.map(([input, code]) => ({
    input: `${input}: \`${code}\``,
    run: ({ kernel }) => kernel.run(code),
    shows: /./
  }))
};
