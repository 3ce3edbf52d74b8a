//! Prime numbers, found by trying every divisor: slow enough to watch.

use pyo3::prelude::*;

#[pymodule]
mod patient_primes {
    use super::*;
    use pyo3::exceptions::PyValueError;

    /// Return the n-th prime number. Counting starts at one: nth_prime(1) is 2.
    ///
    /// Raises ValueError when n is zero. Other Python threads run during the search.
    #[pyfunction]
    fn nth_prime(py: Python<'_>, n: usize) -> PyResult<u64> {
        if n == 0 {
            return Err(PyValueError::new_err(
                "there is no prime number 0: counting starts at 1",
            ));
        }
        let prime = search(n);
        Ok(py.detach(|| prime))
    }
}

/// Find the n-th prime number. Knows nothing of Python, so it can run without the GIL.
fn search(n: usize) -> u64 {
    let mut found = 0;
    let mut candidate = 1;
    while found < n {
        candidate += 1;
        if is_prime(candidate) {
            found += 1;
        }
    }
    candidate
}

/// Tell whether `candidate` is a prime number. The candidate must be at least 2.
fn is_prime(candidate: u64) -> bool {
    (2..)
        .take_while(|divisor| divisor * divisor <= candidate)
        .all(|divisor| candidate % divisor != 0)
}
