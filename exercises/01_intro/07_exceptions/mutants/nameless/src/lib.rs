//! Fibonacci numbers that fail the Python way.

use pyo3::prelude::*;

/// Fibonacci numbers.
#[pymodule]
mod fibonacci_errors {
    use super::*;
    use pyo3::exceptions::{PyOverflowError, PyTypeError, PyValueError};
    use pyo3::types::PyInt;

    /// The first n Fibonacci numbers as a list, beginning with 1, 1.
    #[pyfunction]
    fn fibonacci(n: &Bound<'_, PyAny>) -> PyResult<Vec<u64>> {
        let n = n
            .cast::<PyInt>()
            .map_err(|_| PyTypeError::new_err("n must be an integer"))?;
        if n.lt(0)? {
            return Err(PyValueError::new_err("n must not be negative"));
        }
        let n: usize = n
            .extract()
            .map_err(|_| PyOverflowError::new_err("n is too large"))?;
        let mut numbers: Vec<u64> = Vec::new();
        for i in 0..n {
            let next = if i < 2 {
                1
            } else {
                numbers[i - 1]
                    .checked_add(numbers[i - 2])
                    .ok_or_else(|| PyOverflowError::new_err("n is too large"))?
            };
            numbers.push(next);
        }
        Ok(numbers)
    }
}
