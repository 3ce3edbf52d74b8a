//! Orders of a small shop that can add up.

use pyo3::prelude::*;

/// Take orders.
#[pymodule]
mod order_totals {
    use super::*;

    /// One line of an order: what, for how many cents each, and how many.
    #[pyclass]
    struct ShoppingOrder {
        #[pyo3(get)]
        name: String,
        #[pyo3(get)]
        price: u64,
        #[pyo3(get)]
        quantity: u64,
    }

    #[pymethods]
    impl ShoppingOrder {
        // The last lesson's checks are left out, so that there is less to read.
        #[new]
        fn new(name: String, price: u64, quantity: u64) -> Self {
            ShoppingOrder {
                name,
                price,
                quantity,
            }
        }

        // Your turn: total, add, __repr__ and __eq__.
    }
}
