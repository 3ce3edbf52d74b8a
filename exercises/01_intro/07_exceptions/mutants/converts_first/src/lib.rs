//! Fibonacci numbers that fail the Python way.

use pyo3::prelude::*;

/// Fibonacci numbers.
#[pymodule]
mod fibonacci_errors {
    use super::*;
    use pyo3::exceptions::{PyOverflowError, PyValueError};

    /// The first n Fibonacci numbers as a list, beginning with 1, 1.
    #[pyfunction]
    fn fibonacci(n: i64) -> PyResult<Vec<u64>> {
        if n < 0 {
            return Err(PyValueError::new_err(format!("{n} is negative")));
        }
        let mut numbers: Vec<u64> = Vec::new();
        for i in 0..n as usize {
            let next = if i < 2 {
                1
            } else {
                numbers[i - 1]
                    .checked_add(numbers[i - 2])
                    .ok_or_else(|| PyOverflowError::new_err(format!("{n} is too many")))?
            };
            numbers.push(next);
        }
        Ok(numbers)
    }
}
