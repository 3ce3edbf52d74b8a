//! Orders of a small shop that can add up.

use pyo3::exceptions::PyOverflowError;
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

        /// What the order costs, in cents.
        fn total(&self) -> PyResult<u64> {
            self.price
                .checked_mul(self.quantity)
                .ok_or_else(|| self.too_large(format!("{} times {}", self.quantity, self.price)))
        }

        /// Order more of the same.
        fn add(&self, count: u64) -> PyResult<()> {
            self.quantity = self
                .quantity
                .checked_add(count)
                .ok_or_else(|| self.too_large(format!("{} and {count} more", self.quantity)))?;
            Ok(())
        }

        fn __repr__(&self) -> String {
            format!(
                "ShoppingOrder({:?}, {}, {})",
                self.name, self.price, self.quantity
            )
        }

        fn __eq__(&self, other: &Self) -> bool {
            self.name == other.name
                && self.price == other.price
                && self.quantity == other.quantity
        }
    }

    impl ShoppingOrder {
        /// The error for a number that 64 bits cannot hold.
        fn too_large(&self, what: String) -> PyErr {
            PyOverflowError::new_err(format!("{}: {what} is too large", self.name))
        }
    }
}
