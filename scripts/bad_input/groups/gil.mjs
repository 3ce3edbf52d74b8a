/** What the GIL lab is asked to call. */
import { buildEnvironment, writeCrate } from './pyo3.mjs';

/** Two calls at once wait for each other for ever: one has the lock and waits for the GIL, the other the reverse. */
const LOCKED = `use pyo3::prelude::*;
use std::sync::Mutex;
use std::time::Duration;

static LOCK: Mutex<i32> = Mutex::new(0);

#[pymodule]
mod pan {
    use super::*;

    #[pyfunction]
    fn locked(py: Python<'_>) -> i32 {
        let mut guard = LOCK.lock().unwrap();
        py.detach(|| std::thread::sleep(Duration::from_millis(5)));
        *guard += 1;
        *guard
    }

    #[pyfunction]
    fn aborts() {
        std::process::abort()
    }

    #[pyfunction]
    fn panics() {
        panic!("no")
    }
}
`;

const cells = [
  ['a function that waits for the GIL with a lock in its hand', 'timeline(pan.locked)'],
  ['the same', 'scaling(pan.locked)'],
  ['the same, of the notebook', 'timeline(lambda: pan.locked())'],
  ['a function that ends the process', 'timeline(pan.aborts)'],
  ['a function that panics', 'timeline(pan.panics)'],
  [
    'a lock that is taken twice',
    'timeline((lambda lock: lambda: [lock.acquire(), lock.acquire()])(threading.Lock()))'
  ],
  ['a number', 'timeline(3)'],
  ['no threads', 'timeline(time.sleep, 0.01, threads=0)'],
  ['half a thread', 'scaling(time.sleep, 0.01, threads=[0.5])'],
  ['a function that raises', 'timeline(int, "x")'],
  ['a function that ends the interpreter', 'releases_gil(sys.exit)'],
  ['a function that returns at once', 'releases_gil(int)'],
  ['a generator', 'computes_without_gil(lambda: (yield))'],
  ['an argument too many', 'releases_gil(time.sleep, 1, 2)'],
  ['functions to compare that are none', 'compare({"a": 1, "b": 2})'],
  ['nothing to compare', 'compare({})'],
  ['and after all that, the kernel', 'pan.locked()']
];

export default {
  title: 'What the GIL lab is asked to call',
  command: 'in a kernel',
  slow: true,
  setUp: [
    'import sys, threading, time\nfrom jupyterlab_maturin.gil import *',
    '%build_extension pan',
    'import pan'
  ],
  async prepare(place) {
    writeCrate(place, 'pan', { source: LOCKED });
    // A panic prints where it was, and asked for it, the stack, too. Both are Rust's own.
    return { ...(await buildEnvironment(place)), RUST_BACKTRACE: '0' };
  },
  inputs: cells.map(([input, code]) => ({
    input: `${input}: \`${code}\``,
    run: ({ kernel }) => kernel.run(code),
    shows: /./
  }))
};
