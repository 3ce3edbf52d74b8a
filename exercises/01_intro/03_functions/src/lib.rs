use pyo3::prelude::*;

/// A module with a function that does nothing, politely.
#[pymodule]
mod no_op_functions {
    // Your function goes here: `no_op`, with a docstring.
}
