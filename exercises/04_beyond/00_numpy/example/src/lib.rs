//! Temperatures in NumPy arrays: read in place, changed in place, and handed out.

use pyo3::prelude::*;

/// Functions on arrays of temperatures.
#[pymodule]
mod weather_example {
    use super::*;
    use numpy::{
        AllowTypeChange, IntoPyArray, PyArray1, PyArrayLike1, PyArrayMethods, PyReadonlyArray1,
        PyReadonlyArray2, PyReadwriteArray1,
    };

    /// Turn degrees Celsius into degrees Fahrenheit, in the array itself.
    #[pyfunction]
    fn convert(mut celsius: PyReadwriteArray1<'_, f64>) {
        for degrees in celsius.as_array_mut() {
            *degrees = *degrees * 1.8 + 32.0;
        }
    }

    /// The highest temperature.
    #[pyfunction]
    fn warmest(celsius: PyReadonlyArray1<'_, f64>) -> Option<f64> {
        celsius.as_array().iter().copied().reduce(f64::max)
    }

    /// The highest temperature, from a copy.
    #[pyfunction]
    fn warmest_in_copy(celsius: Vec<f64>) -> Option<f64> {
        celsius.into_iter().reduce(f64::max)
    }

    /// The highest temperature of an array of any number type, or of a list.
    #[pyfunction]
    fn warmest_of_any(celsius: PyArrayLike1<'_, f64, AllowTypeChange>) -> Option<f64> {
        celsius.as_array().iter().copied().reduce(f64::max)
    }

    /// Where in memory Rust finds the first number.
    #[pyfunction]
    fn address(celsius: PyReadonlyArray1<'_, f64>) -> usize {
        celsius.as_array().as_ptr() as usize
    }

    /// How much warmer each day is than the one before.
    #[pyfunction]
    fn changes<'py>(celsius: PyReadonlyArray1<'py, f64>) -> Bound<'py, PyArray1<f64>> {
        let days = celsius.as_array();
        let changes: Vec<f64> = days.windows(2).into_iter().map(|d| d[1] - d[0]).collect();
        changes.into_pyarray(celsius.py())
    }

    /// The highest temperature of each row.
    #[pyfunction]
    fn warmest_by_row<'py>(celsius: PyReadonlyArray2<'py, f64>) -> Bound<'py, PyArray1<f64>> {
        let rows = celsius.as_array();
        let warmest: Vec<f64> = rows
            .rows()
            .into_iter()
            .map(|row| row.iter().copied().fold(f64::NEG_INFINITY, f64::max))
            .collect();
        warmest.into_pyarray(celsius.py())
    }

    /// Make each day warmer by what's in the other array.
    #[pyfunction]
    fn warm_up(mut celsius: PyReadwriteArray1<'_, f64>, by: PyReadonlyArray1<'_, f64>) {
        for (degrees, more) in celsius.as_array_mut().iter_mut().zip(by.as_array()) {
            *degrees += more;
        }
    }

    /// Make each day warmer by what's in the other array, or raise.
    #[pyfunction]
    fn warm_up_or_raise(
        celsius: &Bound<'_, PyArray1<f64>>,
        by: &Bound<'_, PyArray1<f64>>,
    ) -> PyResult<()> {
        let mut celsius = celsius.try_readwrite()?;
        let by = by.try_readonly()?;
        for (degrees, more) in celsius.as_array_mut().iter_mut().zip(by.as_array()) {
            *degrees += more;
        }
        Ok(())
    }
}
