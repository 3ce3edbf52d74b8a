//! Rust types that say themselves what they are in Python.

use std::convert::Infallible;

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::{PyBool, PyFloat, PyInt};

/// A length of time. In Python: an `int`.
struct Minutes(u64);

impl<'py> IntoPyObject<'py> for Minutes {
    type Target = PyInt;
    type Output = Bound<'py, PyInt>;
    type Error = Infallible;

    fn into_pyobject(self, py: Python<'py>) -> Result<Self::Output, Self::Error> {
        Ok(PyInt::new(py, self.0))
    }
}

/// Whether a break is due. In Python: one of the two `bool` objects that are there already.
struct BreakDue(bool);

impl<'py> IntoPyObject<'py> for BreakDue {
    type Target = PyBool;
    type Output = Borrowed<'py, 'py, PyBool>;
    type Error = Infallible;

    fn into_pyobject(self, py: Python<'py>) -> Result<Self::Output, Self::Error> {
        Ok(PyBool::new(py, self.0))
    }
}

/// Hours for a timetable. In Python: a `float`, unless the day is not that long.
struct Hours(f64);

impl<'py> IntoPyObject<'py> for Hours {
    type Target = PyFloat;
    type Output = Bound<'py, PyFloat>;
    type Error = PyErr;

    fn into_pyobject(self, py: Python<'py>) -> Result<Self::Output, Self::Error> {
        if self.0 > 24.0 {
            return Err(PyValueError::new_err(format!(
                "a day has no {} hours",
                self.0
            )));
        }
        Ok(PyFloat::new(py, self.0))
    }
}

/// One line of a timetable. The derive makes a `dict` of a struct with named fields.
#[derive(IntoPyObject)]
struct Slot {
    title: String,
    minutes: u64,
}

/// Durations, and a sample of what PyO3 converts by itself.
#[pymodule]
mod durations_example {
    use super::*;
    use std::collections::HashMap;

    /// How long `lessons` lessons of 20 minutes take, in minutes.
    #[pyfunction]
    fn course_length(lessons: u64) -> Minutes {
        Minutes(20 * lessons)
    }

    /// Whether it is time for a break.
    #[pyfunction]
    fn break_due(minutes: u64) -> BreakDue {
        BreakDue(minutes >= 90)
    }

    /// Minutes as hours of one day. Raises ValueError past 24.
    #[pyfunction]
    fn in_hours(minutes: u64) -> Hours {
        Hours(minutes as f64 / 60.0)
    }

    /// A line of a timetable.
    #[pyfunction]
    fn slot(title: String, minutes: u64) -> Slot {
        Slot { title, minutes }
    }

    #[pyfunction]
    fn give_unit() {}

    #[pyfunction]
    fn give_f64() -> f64 {
        0.5
    }

    #[pyfunction]
    fn give_string() -> String {
        "tea".to_owned()
    }

    #[pyfunction]
    fn give_none() -> Option<u64> {
        None
    }

    #[pyfunction]
    fn give_tuple() -> (u64, &'static str) {
        (20, "minutes")
    }

    #[pyfunction]
    fn give_vec_u64() -> Vec<u64> {
        vec![1, 2, 3]
    }

    #[pyfunction]
    fn give_vec_u8() -> Vec<u8> {
        vec![116, 101, 97]
    }

    #[pyfunction]
    fn give_map() -> HashMap<&'static str, u64> {
        HashMap::from([("tea", 5)])
    }
}
