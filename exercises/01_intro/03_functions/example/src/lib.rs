//! The worked example: what a market stall charges.

use std::sync::atomic::{AtomicU32, Ordering};

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

    /// Return the number of a customer in the queue.
    #[pyfunction]
    #[pyo3(signature = (number=next_number()))]
    fn ticket(number: u32) -> u32 {
        number
    }
}

/// A Rust function without an attribute: Python never sees it.
fn before_discount(price: f64, quantity: u32) -> f64 {
    price * f64::from(quantity)
}

/// Return 1, then 2, then 3 and so on, one more with every call.
fn next_number() -> u32 {
    static LAST: AtomicU32 = AtomicU32::new(0);
    LAST.fetch_add(1, Ordering::Relaxed) + 1
}
