use pyo3::prelude::*;

/// A module with a function that does nothing, politely.
#[pymodule]
mod no_op_functions {
    use super::*;

    /// Do nothing, and return None.
    #[pyfunction]
    fn no_op() {}
}
