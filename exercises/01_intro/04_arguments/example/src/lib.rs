//! One function for each conversion that the lesson looks at.

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;

/// A share between 0 and 100. Its conversion checks the value, not only the type.
struct Percent(f64);

impl FromPyObject<'_, '_> for Percent {
    type Error = PyErr;

    fn extract(object: Borrowed<'_, '_, PyAny>) -> PyResult<Self> {
        let value: f64 = object.extract()?;
        if (0.0..=100.0).contains(&value) {
            Ok(Percent(value))
        } else {
            Err(PyValueError::new_err(format!(
                "{value} is not between 0 and 100"
            )))
        }
    }
}

/// Conversions from Python to Rust, one at a time.
#[pymodule]
mod conversions_example {
    use super::*;
    use std::collections::HashMap;

    /// The arithmetic mean.
    #[pyfunction]
    fn mean(values: Vec<f64>) -> f64 {
        values.iter().sum::<f64>() / values.len() as f64
    }

    #[pyfunction]
    fn as_u8(value: u8) -> u8 {
        value
    }

    #[pyfunction]
    fn as_i64(value: i64) -> i64 {
        value
    }

    #[pyfunction]
    fn as_f64(value: f64) -> f64 {
        value
    }

    #[pyfunction]
    fn as_bool(value: bool) -> bool {
        value
    }

    #[pyfunction]
    fn as_string(value: String) -> String {
        value
    }

    #[pyfunction]
    fn as_vec(value: Vec<i64>) -> Vec<i64> {
        value
    }

    #[pyfunction]
    fn as_pair(value: (i64, i64)) -> (i64, i64) {
        value
    }

    #[pyfunction]
    fn as_option(value: Option<i64>) -> Option<i64> {
        value
    }

    #[pyfunction]
    fn as_map(value: HashMap<String, i64>) -> HashMap<String, i64> {
        value
    }

    /// What is left of `amount` after taking `discount` percent off.
    #[pyfunction]
    fn after_discount(amount: f64, discount: Percent) -> f64 {
        amount * (1.0 - discount.0 / 100.0)
    }

    /// Print the beginning of a line.
    #[pyfunction]
    fn print_part(text: &str) {
        print!("{text}");
    }

    /// Print the rest of a line, and end it.
    #[pyfunction]
    fn print_line(text: &str) {
        println!("{text}");
    }

    /// Convert the list, then do nothing with it.
    #[pyfunction]
    fn only_convert(numbers: Vec<u64>) -> usize {
        numbers.len()
    }

    /// The sum, as Python's `sum` would give it.
    #[pyfunction]
    fn rust_sum(numbers: Vec<u64>) -> u64 {
        numbers.iter().sum()
    }

    /// The sum of all decimal digits of all numbers.
    #[pyfunction]
    fn rust_digit_sum(numbers: Vec<u64>) -> u64 {
        let digits = |mut number: u64| {
            let mut sum = 0;
            while number > 0 {
                sum += number % 10;
                number /= 10;
            }
            sum
        };
        numbers.into_iter().map(digits).sum()
    }
}
