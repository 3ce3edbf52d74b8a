//! The k largest numbers of a list.

use pyo3::prelude::*;

#[pymodule]
mod high_scores {
    use super::*;
    use pyo3::exceptions::PyValueError;

    /// Return the k largest of a list of integers, the largest first.
    #[pyfunction]
    fn max_k(mut numbers: Vec<u64>, k: usize) -> PyResult<Vec<u64>> {
        if k > numbers.len() {
            return Err(PyValueError::new_err(format!(
                "the {k} largest were asked for, but the list has only {} numbers",
                numbers.len()
            )));
        }
        numbers.sort_unstable_by(|a, b| b.cmp(a));
        numbers.dedup();
        numbers.truncate(k);
        Ok(numbers)
    }
}
