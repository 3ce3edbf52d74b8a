//! The k largest numbers of a list.

use pyo3::prelude::*;
use pyo3::types::PyList;

#[pymodule]
mod high_scores {
    use super::*;
    use pyo3::exceptions::PyValueError;

    /// Return the k largest of a list of integers, the largest first.
    #[pyfunction]
    fn max_k<'py>(numbers: &Bound<'py, PyList>, k: usize) -> PyResult<Bound<'py, PyList>> {
        if k > numbers.len() {
            return Err(PyValueError::new_err(format!(
                "the {k} largest were asked for, but the list has only {} numbers",
                numbers.len()
            )));
        }
        for number in numbers.iter() {
            if number.lt(0)? {
                return Err(PyValueError::new_err(format!(
                    "the numbers must not be negative, but the list has {number}"
                )));
            }
        }
        numbers.sort()?;
        numbers.reverse()?;
        Ok(numbers.get_slice(0, k))
    }
}
