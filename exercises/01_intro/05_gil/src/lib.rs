//! A printer that reads the list where it is.

use pyo3::prelude::*;

/// Print a list of integers.
#[pymodule]
mod list_printer {
    use super::*;

    /// Print each number on a line of its own.
    // Your turn: this is the printer of the last lesson. It copies the list before it prints.
    // Take the Python list itself, and print its elements without converting them.
    #[pyfunction]
    fn print_numbers(numbers: Vec<u64>) {
        for number in numbers {
            println!("{number}");
        }
    }
}
