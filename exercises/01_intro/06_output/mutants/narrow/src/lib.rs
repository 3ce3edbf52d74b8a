//! The first Fibonacci numbers, as a Python list.

use pyo3::prelude::*;
use pyo3::types::PyList;

/// The first `length` Fibonacci numbers: 1, 1, 2, 3, 5, 8, …
struct Fibonacci {
    length: usize,
}

impl<'py> IntoPyObject<'py> for Fibonacci {
    type Target = PyList;
    type Output = Bound<'py, PyList>;
    type Error = PyErr;

    fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
        let mut numbers: Vec<u32> = Vec::with_capacity(self.length);
        for i in 0..self.length {
            // Looking back, not ahead: nothing past the last number is computed, so 93 fits.
            let next = if i < 2 {
                1
            } else {
                u32::wrapping_add(numbers[i - 1], numbers[i - 2])
            };
            numbers.push(next);
        }
        PyList::new(py, numbers)
    }
}

/// Fibonacci numbers.
#[pymodule]
mod fibonacci_list {
    use super::*;

    /// The first n Fibonacci numbers as a list, beginning with 1, 1.
    #[pyfunction]
    fn fibonacci(n: usize) -> Fibonacci {
        Fibonacci { length: n }
    }
}
