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
    /// Raises ValueError for the number 0.
    #[pyfunction]
    fn unique_prime_factors<'py>(
        py: Python<'py>,
        numbers: &Bound<'py, PyList>,
    ) -> PyResult<Bound<'py, PyDict>> {
        // TODO: the answers are right, but this holds the GIL from the first number to the last.
        let answers = PyDict::new(py);
        for number in numbers {
            let number: u64 = number.extract()?;
            if number == 0 {
                return Err(PyValueError::new_err("every prime divides 0: leave it out"));
            }
            answers.set_item(number, factors_of(number))?;
        }
        Ok(answers)
    }
}
