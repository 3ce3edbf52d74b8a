//! The first Fibonacci numbers, as a Python list.

use pyo3::prelude::*;

/// The first `length` Fibonacci numbers: 1, 1, 2, 3, 5, 8, …
struct Fibonacci {
    length: usize,
}

// Your turn: tell PyO3 how a `Fibonacci` becomes a Python list of integers.

/// Fibonacci numbers.
#[pymodule]
mod fibonacci_list {
    use super::*;

    /// The first n Fibonacci numbers as a list, beginning with 1, 1.
    #[pyfunction]
    fn fibonacci(n: usize) -> Fibonacci {
        Fibonacci { length: n }
    }
}
