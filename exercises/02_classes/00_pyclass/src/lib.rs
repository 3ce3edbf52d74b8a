//! Orders of a small shop.

use pyo3::prelude::*;

/// One line of an order: what, for how many cents each, and how many.
// Your turn: make this a Python class that `order_form` exports.
// Python may read all three fields, and change `quantity` alone.
struct ShoppingOrder {
    name: String,
    price: u64,
    quantity: u64,
}

/// Take orders.
#[pymodule]
mod order_form {
    use super::*;

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
