//! Orders of a small shop, refused when they make no sense.

use pyo3::prelude::*;

/// Take orders.
#[pymodule]
mod careful_orders {
    use super::*;

    /// One line of an order: what, for how many cents each, and how many.
    #[pyclass(get_all)]
    struct ShoppingOrder {
        name: String,
        price: u64,
        quantity: u64,
    }

    #[pymethods]
    impl ShoppingOrder {
        // Your turn: a constructor that takes name, price and quantity, and refuses what makes no sense.
    }

    /// The order that comes in every morning.
    #[pyfunction]
    fn the_usual() -> ShoppingOrder {
        ShoppingOrder {
            name: "tea".to_string(),
            price: 450,
            quantity: 1,
        }
    }
}
