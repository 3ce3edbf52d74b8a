//! The worked examples: hailstone numbers in Rust threads, and where in memory a text is.

use std::thread;

use pyo3::prelude::*;

#[pymodule]
mod hailstorm_example {
    use super::*;
    use pyo3::types::PyString;

    /// Return how many steps the numbers below `limit` take together to reach 1, with that many threads at work.
    #[pyfunction]
    fn total_steps(limit: u64, threads: u64) -> u64 {
        thread::scope(|scope| {
            let workers: Vec<_> = (0..threads)
                .map(|first| scope.spawn(move || every(threads, first, limit)))
                .collect();
            workers
                .into_iter()
                .map(|worker| worker.join().expect("no thread panics"))
                .sum()
        })
    }

    /// Return where in memory the text begins that Rust reads.
    #[pyfunction]
    fn address_borrowed(text: &Bound<'_, PyString>) -> PyResult<usize> {
        let text: &str = text.to_str()?;
        Ok(text.as_ptr() as usize)
    }

    /// Return where in memory the text begins that Rust reads.
    #[pyfunction]
    fn address_copied(text: String) -> usize {
        text.as_ptr() as usize
    }

    // This doesn't compile, on purpose: the thread could go on after the text has been given back.
    #[cfg(feature = "refused")]
    #[pyfunction]
    fn count_vowels(text: &str) -> usize {
        let worker = thread::spawn(|| text.chars().filter(|char| "aeiou".contains(*char)).count());
        worker.join().expect("no thread panics")
    }
}

/// Return how many steps `first`, `first + step`, `first + 2 * step`, … take together, below `limit`.
fn every(step: u64, first: u64, limit: u64) -> u64 {
    (first..limit).step_by(step as usize).map(steps).sum()
}

/// Return how many steps a number takes to reach 1.
fn steps(mut number: u64) -> u64 {
    let mut count = 0;
    while number > 1 {
        number = if number % 2 == 0 {
            number / 2
        } else {
            3 * number + 1
        };
        count += 1;
    }
    count
}
