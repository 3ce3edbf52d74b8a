use pyo3::prelude::*;

/// Do nothing, and return None.
#[pyfunction]
pub fn no_op() {}

/// A module with a function that does nothing, politely.
#[pymodule]
mod no_op_functions {}
