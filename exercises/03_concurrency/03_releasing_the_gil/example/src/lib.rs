//! The worked example: count the points of a grid that lie in a circle, with the GIL and without it.

use pyo3::prelude::*;

#[pymodule]
mod circle_example {
    use super::*;

    /// Return how many points with whole coordinates lie in a circle, and hold the GIL meanwhile.
    #[pyfunction]
    fn points_in_circle_held(radius: u64) -> u64 {
        count(radius)
    }

    /// Return how many points with whole coordinates lie in a circle. Other Python threads run meanwhile.
    #[pyfunction]
    fn points_in_circle(py: Python<'_>, radius: u64) -> u64 {
        py.detach(|| count(radius))
    }

    /// The exercise's function as you find it, to compare yours with: it holds the GIL.
    #[pyfunction]
    fn naive_nth_prime(n: usize) -> u64 {
        (2..)
            .filter(|&candidate| is_prime(candidate))
            .nth(n.saturating_sub(1))
            .expect("there are more primes than numbers in a usize")
    }

    // This doesn't compile, on purpose: it uses a Python object where the GIL isn't held.
    #[cfg(feature = "refused")]
    #[pyfunction]
    fn length_of_name(py: Python<'_>, name: Bound<'_, pyo3::types::PyString>) -> usize {
        py.detach(|| name.to_string_lossy().len())
    }
}

/// Count the points of one quarter, one by one. Knows nothing of Python.
fn count(radius: u64) -> u64 {
    let mut quarter = 0;
    for x in 1..=radius {
        for y in 0..=radius {
            if x * x + y * y <= radius * radius {
                quarter += 1;
            }
        }
    }
    4 * quarter + 1
}

/// Tell whether a number is a prime, by trying every divisor up to its square root.
fn is_prime(candidate: u64) -> bool {
    (2..)
        .take_while(|divisor| divisor * divisor <= candidate)
        .all(|divisor| candidate % divisor != 0)
}
