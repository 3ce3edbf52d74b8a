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
        let mut numbers: Vec<u64> = vec![1, 1];
        for i in 2..self.length {
            numbers.push(numbers[i - 1] + numbers[i - 2]);
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
