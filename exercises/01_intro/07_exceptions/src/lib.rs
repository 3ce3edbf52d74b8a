//! Fibonacci numbers that fail the Python way.

use pyo3::prelude::*;

/// Fibonacci numbers.
#[pymodule]
mod fibonacci_errors {
    use super::*;

    /// The first n Fibonacci numbers as a list, beginning with 1, 1.
    // Your turn: TypeError, ValueError and OverflowError, each with a message that names n.
    #[pyfunction]
    fn fibonacci(n: usize) -> Vec<u64> {
        let mut numbers: Vec<u64> = Vec::new();
        for i in 0..n {
            let next = if i < 2 {
                1
            } else {
                numbers[i - 1]
                    .checked_add(numbers[i - 2])
                    .expect("the next number does not fit in 64 bits")
            };
            numbers.push(next);
        }
        numbers
    }
}
