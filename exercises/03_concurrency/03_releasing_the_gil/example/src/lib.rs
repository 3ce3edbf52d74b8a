//! The worked example: count the points of a grid that lie in a circle, once with the lock held and once without it.

use pyo3::prelude::*;

#[pymodule]
mod circle_example {
    use super::*;

    /// Return how many points with whole coordinates lie in a circle, and hold the lock all the while.
    #[pyfunction]
    fn points_in_circle_held(radius: u64) -> u64 {
        count(radius)
    }

    /// Return how many points with whole coordinates lie in a circle. Other Python threads run meanwhile.
    #[pyfunction]
    fn points_in_circle(py: Python<'_>, radius: u64) -> u64 {
        py.detach(|| count(radius))
    }

    // This does not compile, on purpose: a Python object is used where the lock is not held.
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
