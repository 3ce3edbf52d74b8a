//! The prime factors of each number of a list.

mod given;

use pyo3::prelude::*;

#[pymodule]
mod factor_finder {
    use super::*;
    use crate::given::factors_of;
    use pyo3::exceptions::{PyRuntimeError, PyValueError};
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
        let count = numbers.len();
        let list: Py<PyList> = numbers.clone().unbind();
        let found: PyResult<Vec<(u64, Vec<u64>)>> = py.detach(|| {
            (0..count)
                .map(|index| {
                    let number: u64 =
                        Python::attach(|py| list.bind(py).get_item(index).unwrap().extract())?;
                    if number == 0 {
                        return Err(PyValueError::new_err("every prime divides 0: leave it out"));
                    }
                    Ok((number, factors_of(number)))
                })
                .collect()
        });
        if numbers.len() != count {
            return Err(PyRuntimeError::new_err(
                "the list changed size while its numbers were factored",
            ));
        }
        let answers = PyDict::new(py);
        for (number, factors) in found? {
            answers.set_item(number, factors)?;
        }
        Ok(answers)
    }
}
