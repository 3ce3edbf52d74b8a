//! Times of day: reading and writing them, and every way to fail at it.

use std::num::ParseIntError;

use pyo3::create_exception;
use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;

create_exception!(
    clock_times_example,
    BadClockTime,
    PyValueError,
    "A text that isn't a time of day."
);

/// What can be wrong with a text like `07:30`, in Rust's terms.
enum ClockError {
    NoColon(String),
    NotANumber(String, ParseIntError),
    OutOfRange(String),
}

impl From<ClockError> for PyErr {
    fn from(error: ClockError) -> PyErr {
        match error {
            ClockError::NoColon(text) => {
                BadClockTime::new_err(format!("{text:?} has no colon between hours and minutes"))
            }
            ClockError::OutOfRange(text) => {
                BadClockTime::new_err(format!("{text:?} is not between 00:00 and 23:59"))
            }
            ClockError::NotANumber(text, cause) => {
                let error =
                    BadClockTime::new_err(format!("{text:?} has a part that isn't a number"));
                Python::attach(|py| {
                    // `ParseIntError` becomes a ValueError: PyO3 has a `From` for it.
                    error.set_cause(py, Some(cause.into()));
                });
                error
            }
        }
    }
}

/// Minutes since midnight, in plain Rust.
fn parse(text: &str) -> Result<u32, ClockError> {
    let (hours, minutes) = text
        .split_once(':')
        .ok_or_else(|| ClockError::NoColon(text.to_owned()))?;
    let number = |part: &str| {
        part.parse::<u32>()
            .map_err(|cause| ClockError::NotANumber(text.to_owned(), cause))
    };
    let (hours, minutes) = (number(hours)?, number(minutes)?);
    if hours < 24 && minutes < 60 {
        Ok(60 * hours + minutes)
    } else {
        Err(ClockError::OutOfRange(text.to_owned()))
    }
}

/// Times of day.
#[pymodule]
mod clock_times_example {
    use super::*;

    #[pymodule_export]
    use super::BadClockTime;

    /// Halve a number. Raises ValueError if it is odd.
    #[pyfunction]
    fn half(n: i64) -> PyResult<i64> {
        if n % 2 == 0 {
            Ok(n / 2)
        } else {
            Err(PyValueError::new_err(format!("{n} is odd")))
        }
    }

    /// Add up numbers that are written as text.
    #[pyfunction]
    fn add_texts(texts: Vec<String>) -> PyResult<i64> {
        let mut sum = 0;
        for text in texts {
            sum += text.parse::<i64>()?;
        }
        Ok(sum)
    }

    /// Minutes since midnight of a text like `07:30`. Raises BadClockTime.
    #[pyfunction]
    fn minutes_of(text: &str) -> PyResult<u32> {
        Ok(parse(text)?)
    }

    /// The same without care: a bad text panics.
    #[pyfunction]
    fn careless_minutes_of(text: &str) -> u32 {
        let (hours, minutes) = text.split_once(':').expect("a colon");
        60 * hours.parse::<u32>().unwrap() + minutes.parse::<u32>().unwrap()
    }

    /// The text for a number of minutes. Takes any object, and chooses every exception itself.
    #[pyfunction]
    fn clock_text(minutes: &Bound<'_, PyAny>) -> PyResult<String> {
        let number: u32 = minutes.extract().map_err(|_| {
            PyTypeError::new_err(format!("minutes must be a whole number, not {minutes:?}"))
        })?;
        Ok(format!("{:02}:{:02}", number / 60, number % 60))
    }

    /// Call a Python function; what it raises comes out unchanged.
    #[pyfunction]
    fn twice(function: &Bound<'_, PyAny>) -> PyResult<()> {
        function.call0()?;
        function.call0()?;
        Ok(())
    }
}
