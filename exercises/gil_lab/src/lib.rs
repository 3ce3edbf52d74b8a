//! Counting primes: five functions that differ in what they do with the GIL meanwhile.

use pyo3::prelude::*;

/// Whether `n` is a prime, by trying every divisor up to its square root.
fn is_prime(n: u64) -> bool {
    n >= 2 && (2..).take_while(|d| d * d <= n).all(|d| n % d != 0)
}

fn count_between(from: u64, to: u64) -> usize {
    (from..to).filter(|&n| is_prime(n)).count()
}

/// How many primes are there below `limit`? Each function counts the same; they differ in what they do with the GIL.
#[pymodule]
mod gil_lab {
    use super::*;
    use std::thread;

    /// Count the primes below `limit` and hold the GIL meanwhile.
    #[pyfunction]
    fn primes_held(limit: u64) -> usize {
        count_between(0, limit)
    }

    /// Count the primes below `limit` and release the GIL meanwhile.
    #[pyfunction]
    fn primes_released(py: Python<'_>, limit: u64) -> usize {
        py.detach(|| count_between(0, limit))
    }

    /// Release the GIL for the numbers below a tenth of `limit` only.
    #[pyfunction]
    fn primes_released_first(py: Python<'_>, limit: u64) -> usize {
        py.detach(|| count_between(0, limit / 10)) + count_between(limit / 10, limit)
    }

    /// Release the GIL, and take it again for a moment after every 500 numbers.
    #[pyfunction]
    fn primes_taken_back(py: Python<'_>, limit: u64) -> usize {
        py.detach(|| {
            (0..limit)
                .step_by(500)
                .map(|from| {
                    let found = count_between(from, limit.min(from + 500));
                    Python::attach(|_py| found)
                })
                .sum()
        })
    }

    /// Release the GIL, and count in `threads` Rust threads.
    #[pyfunction]
    fn primes_in_threads(py: Python<'_>, limit: u64, threads: u64) -> usize {
        py.detach(|| {
            thread::scope(|scope| {
                let workers: Vec<_> = (0..threads)
                    // Every n-th block of 500: neighbours cost the same, so the shares do as well.
                    .map(|first| {
                        scope.spawn(move || -> usize {
                            (first * 500..limit)
                                .step_by(500 * threads as usize)
                                .map(|from| count_between(from, limit.min(from + 500)))
                                .sum()
                        })
                    })
                    .collect();
                workers
                    .into_iter()
                    .map(|worker| worker.join().unwrap_or(0))
                    .sum()
            })
        })
    }
}
