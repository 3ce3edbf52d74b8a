//! The k largest numbers of a list.

use pyo3::prelude::*;

#[pymodule]
mod high_scores {
    use super::*;
    use pyo3::exceptions::PyNotImplementedError;

    /// Say here what max_k returns and what it raises: help(max_k) will show it.
    #[pyfunction]
    fn max_k(numbers: &Bound<'_, PyAny>, k: usize) -> PyResult<Vec<u64>> {
        // TODO: yours from here on. Parameters, return type and body may all change.
        Err(PyNotImplementedError::new_err(format!(
            "max_k does not know yet how to find the {k} largest of {} numbers",
            numbers.len()?
        )))
    }
}
