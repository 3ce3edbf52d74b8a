//! The worked example: happy numbers, the same loops as in the notebook's Python cell.
//!
//! Replace a number by the sum of the squares of its digits, again and again. A happy
//! number arrives at 1. All others arrive at 4 and go in circles.

use pyo3::prelude::*;

#[pymodule]
mod happy_example {
    use super::*;

    /// Return a number that brings luck.
    #[pyfunction]
    fn lucky_number() -> u32 {
        7
    }

    /// Count the happy numbers from 1 up to `limit`, `limit` itself left out.
    #[pyfunction]
    fn count_happy(limit: u64) -> u64 {
        let mut count = 0;
        for number in 1..limit {
            if is_happy(number) {
                count += 1;
            }
        }
        count
    }
}

/// Tell whether `number` arrives at 1.
fn is_happy(mut number: u64) -> bool {
    while number != 1 && number != 4 {
        let mut sum = 0;
        while number > 0 {
            let digit = number % 10;
            sum += digit * digit;
            number /= 10;
        }
        number = sum;
    }
    number == 1
}
