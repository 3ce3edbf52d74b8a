//! The worked example: the longest Collatz chain, once with the lock held and once without it.
//!
//! A Collatz chain goes from a number to half of it when it is even, and to three times
//! the number plus one when it is odd, until it arrives at 1.

use pyo3::prelude::*;

#[pymodule]
mod collatz_example {
    use super::*;

    /// Return the start below `limit` with the longest chain, and hold the lock all the while.
    #[pyfunction]
    fn longest_chain_held(limit: u64) -> u64 {
        search(limit)
    }

    /// Return the start below `limit` with the longest chain. Other Python threads run meanwhile.
    #[pyfunction]
    fn longest_chain(py: Python<'_>, limit: u64) -> u64 {
        py.detach(|| search(limit))
    }

    // This does not compile, on purpose: a Python object is used where the lock is not held.
    #[cfg(feature = "greets_while_detached")]
    #[pyfunction]
    fn greet(name: &Bound<'_, pyo3::types::PyString>) -> usize {
        name.py().detach(|| name.to_string_lossy().len())
    }
}

/// Find the start below `limit` whose chain has the most steps. Knows nothing of Python.
fn search(limit: u64) -> u64 {
    (1..limit).max_by_key(|&start| steps(start)).unwrap_or(0)
}

/// Count the steps from `number` to 1.
fn steps(mut number: u64) -> u32 {
    let mut count = 0;
    while number > 1 {
        number = match number % 2 {
            0 => number / 2,
            _ => 3 * number + 1,
        };
        count += 1;
    }
    count
}
