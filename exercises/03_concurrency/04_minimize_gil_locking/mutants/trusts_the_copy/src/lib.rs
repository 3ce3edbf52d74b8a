//! The prime factors of each number of a list.

mod given;

use pyo3::prelude::*;

#[pymodule]
mod factor_finder {
    use super::*;
    use crate::given::factors_of;
    use pyo3::exceptions::PyValueError;
    use pyo3::types::{PyDict, PyList};

    #[pymodule_export]
    use crate::given::{close_gate, gate_was_reached, naive_prime_factors, open_gate};

    /// Return a dict of the numbers, each with the different primes that divide it, the smallest first.
    ///
    /// Other Python threads run meanwhile. Raises ValueError for the number 0, and RuntimeError if the list was
    /// longer or shorter at the end than at the beginning.
    #[pyfunction]
    fn unique_prime_factors<'py>(
        py: Python<'py>,
        numbers: &Bound<'py, PyList>,
    ) -> PyResult<Bound<'py, PyDict>> {
        // Copy out.
        let copy: Vec<u64> = numbers.extract()?;
        if copy.contains(&0) {
            return Err(PyValueError::new_err("every prime divides 0: leave it out"));
        }
        // Compute: nothing in the closure belongs to Python.
        let factors: Vec<Vec<u64>> = py.detach(|| copy.iter().map(|&n| factors_of(n)).collect());
        // Copy in.
        let answers = PyDict::new(py);
        for (number, factors) in copy.into_iter().zip(factors) {
            answers.set_item(number, factors)?;
        }
        Ok(answers)
    }
}
