//! A printer that reads the list where it is.

use pyo3::prelude::*;

/// Print a list of integers.
#[pymodule]
mod list_printer {
    use super::*;
    use pyo3::types::{PyInt, PyList};

    /// Print each number on a line of its own.
    #[pyfunction]
    fn print_numbers(numbers: &Bound<'_, PyList>) -> PyResult<()> {
        for item in numbers {
            let number = item.cast::<PyInt>()?;
            println!("{number}");
        }
        Ok(())
    }
}
