//! Discounts for a shop's checkout.

use pyo3::prelude::*;

/// Discounts for a shop's checkout.
#[pymodule]
mod checkout_discounts {
    use super::*;

    /// A share of the price, from 0 to 1.
    #[pyclass]
    struct Discount {
        #[pyo3(get)]
        percentage: f64,
    }

    #[pymethods]
    impl Discount {
        #[new]
        fn new(percentage: f64) -> Self {
            Discount { percentage }
        }
    }

    // TODO: yours from here on. Discount takes any number so far, and has no `apply`.
}
