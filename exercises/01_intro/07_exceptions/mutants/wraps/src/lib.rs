//! Fibonacci numbers that fail the Python way.

use pyo3::exceptions::{PyOverflowError, PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::PyInt;

/// Why there is no such list. Each variant carries the caller's value as text.
enum NoSuchList {
    NotAnInteger(String),
    Negative(String),
    PastU64(String),
}

impl From<NoSuchList> for PyErr {
    fn from(error: NoSuchList) -> PyErr {
        match error {
            NoSuchList::NotAnInteger(n) => {
                PyTypeError::new_err(format!("n must be an integer, not {n}"))
            }
            NoSuchList::Negative(n) => {
                PyValueError::new_err(format!("n must not be negative, but it is {n}"))
            }
            NoSuchList::PastU64(n) => PyOverflowError::new_err(format!(
                "the first {n} Fibonacci numbers do not all fit in 64 bits"
            )),
        }
    }
}

/// The Python object as a count.
fn count(n: &Bound<'_, PyAny>) -> PyResult<usize> {
    let n = n
        .cast::<PyInt>()
        .map_err(|_| NoSuchList::NotAnInteger(format!("{n:?}")))?;
    if n.lt(0)? {
        return Err(NoSuchList::Negative(n.to_string()).into());
    }
    Ok(n.extract()
        .map_err(|_| NoSuchList::PastU64(n.to_string()))?)
}

/// The first n numbers, in plain Rust.
fn first(n: usize) -> Result<Vec<u64>, NoSuchList> {
    let mut numbers: Vec<u64> = Vec::new();
    for i in 0..n {
        let next = if i < 2 {
            1
        } else {
            numbers[i - 1].wrapping_add(numbers[i - 2])
        };
        numbers.push(next);
    }
    Ok(numbers)
}

/// Fibonacci numbers.
#[pymodule]
mod fibonacci_errors {
    use super::*;

    /// The first n Fibonacci numbers as a list, beginning with 1, 1.
    #[pyfunction]
    fn fibonacci(n: &Bound<'_, PyAny>) -> PyResult<Vec<u64>> {
        Ok(first(count(n)?)?)
    }
}
