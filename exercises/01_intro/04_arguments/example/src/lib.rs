//! Functions that the lesson calls with all sorts of arguments.

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

/// Functions that take arguments.
#[pymodule]
mod conversions_example {
    use super::*;

    /// Say how old somebody will be on their next birthday.
    #[pyfunction]
    fn next_birthday(age: u8) -> u32 {
        u32::from(age) + 1
    }

    /// The arithmetic mean.
    #[pyfunction]
    fn mean(values: Vec<f64>) -> f64 {
        values.iter().sum::<f64>() / values.len() as f64
    }

    /// What is left of `amount` after taking `discount` percent off.
    #[pyfunction]
    fn after_discount(amount: f64, discount: Percent) -> f64 {
        amount * (1.0 - discount.0 / 100.0)
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
