//! Orders of a small shop.

use pyo3::prelude::*;

/// One line of an order: what, for how many cents each, and how many.
#[pyclass]
struct ShoppingOrder {
    #[pyo3(get)]
    name: String,
    #[pyo3(get)]
    price: u64,
    #[pyo3(get, set)]
    quantity: u64,
}

/// Take orders.
#[pymodule]
mod order_form {
    use super::*;

    #[pymodule_export]
    use super::ShoppingOrder;

    /// Write down an order.
    #[pyfunction]
    fn new_order(name: String, price: u64, quantity: u64) -> ShoppingOrder {
        ShoppingOrder {
            name,
            price,
            quantity,
        }
    }
}
