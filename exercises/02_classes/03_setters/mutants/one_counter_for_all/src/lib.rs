//! Things in a shop window. Who looks at them?

use pyo3::prelude::*;

/// Items that know how often somebody looked at them.
#[pymodule]
mod counted_items {
    use super::*;
    use pyo3::exceptions::PyValueError;
    use std::sync::atomic::{AtomicU64, Ordering};

    static READS: AtomicU64 = AtomicU64::new(0);

    /// A thing for sale: a name, a price in cents, and the shelf it's on.
    #[pyclass]
    struct Item {
        name: String,
        price: i64,
        #[pyo3(get, set)]
        shelf: u32,
    }

    /// Return an error unless the price is positive.
    fn check(price: i64) -> PyResult<()> {
        if price <= 0 {
            return Err(PyValueError::new_err(format!(
                "a price must be positive, and {price} isn't"
            )));
        }
        Ok(())
    }

    #[pymethods]
    impl Item {
        #[new]
        fn new(name: String, price: i64, shelf: u32) -> PyResult<Self> {
            check(price)?;
            Ok(Item { name, price, shelf })
        }

        /// The name. Reading it counts.
        #[getter]
        fn name(&self) -> &str {
            READS.fetch_add(1, Ordering::Relaxed);
            &self.name
        }

        /// The price in cents. Reading it counts.
        #[getter]
        fn price(&self) -> i64 {
            READS.fetch_add(1, Ordering::Relaxed);
            self.price
        }

        #[setter]
        fn set_price(&mut self, cents: i64) -> PyResult<()> {
            check(cents)?;
            self.price = cents;
            Ok(())
        }

        /// How often somebody read an attribute.
        #[getter]
        fn reads(&self) -> u64 {
            READS.load(Ordering::Relaxed)
        }

        fn __repr__(&self) -> String {
            let Item { name, price, shelf } = self;
            format!("Item({name:?}, price={price}, shelf={shelf})")
        }
    }
}
