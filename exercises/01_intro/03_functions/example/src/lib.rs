//! The worked example: what a market stall charges.

use pyo3::prelude::*;

/// Round an amount down to whole euros.
#[pyfunction]
fn round_down(amount: f64) -> f64 {
    amount.floor()
}

/// Prices of a market stall.
#[pymodule]
mod basket_example {
    use super::*;

    #[pymodule_export]
    use super::round_down;

    /// Return what a basket costs, in euros.
    ///
    /// The discount is a share between 0 and 1.
    #[pyfunction]
    #[pyo3(signature = (price, quantity=1, *, discount=0.0))]
    fn total(price: f64, quantity: u32, discount: f64) -> f64 {
        before_discount(price, quantity) * (1.0 - discount)
    }

    /// Greet the customer.
    #[pyfunction]
    fn greet(name: &str) {
        println!("Good morning, {name}!");
    }
}

/// A Rust function without an attribute: Python never sees it.
fn before_discount(price: f64, quantity: u32) -> f64 {
    price * f64::from(quantity)
}
