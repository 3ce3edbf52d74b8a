//! The worked example: one small function, and everything around it that makes it an extension.

use pyo3::prelude::*;

/// Questions about the calendar.
#[pymodule]
mod calendar_example {
    use super::*;

    /// Tell whether `year` has a 29th of February.
    #[pyfunction]
    fn is_leap(year: u32) -> bool {
        year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }
}
