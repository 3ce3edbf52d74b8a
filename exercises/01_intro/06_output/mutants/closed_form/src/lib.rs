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
        let golden = (1.0 + 5f64.sqrt()) / 2.0;
        let numbers = (1..=self.length)
            .map(|i| (golden.powi(i as i32) / 5f64.sqrt()).round() as u64)
            .collect::<Vec<_>>();
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
