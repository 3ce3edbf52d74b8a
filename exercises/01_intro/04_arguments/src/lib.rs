//! A printer of unsigned integers.

use pyo3::prelude::*;

/// Print unsigned integers.
#[pymodule]
mod number_printer {
    use super::*;

    /// Print each number on a line of its own.
    #[pyfunction]
    fn print_numbers() {
        // Your turn: take the numbers as a `Vec<u64>` and print each on a line of its own.
    }
}
