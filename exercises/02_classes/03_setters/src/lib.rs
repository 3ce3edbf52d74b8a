//! Things in a shop window. Who looks at them?

use pyo3::prelude::*;

/// Items that know how often somebody looked at them.
#[pymodule]
mod counted_items {
    use super::*;
    use pyo3::exceptions::PyValueError;

    /// A thing for sale: a name, a price in cents, and the shelf it's on.
    #[pyclass]
    struct Item {
        // Your turn: `name` and `price` need getters that count, and `price` a setter that checks.
        #[pyo3(get)]
        name: String,
        #[pyo3(get, set)]
        price: i64,
        // This one is fine as it is.
        #[pyo3(get, set)]
        shelf: u32,
        // Your turn: a counter, `reads`.
    }

    #[pymethods]
    impl Item {
        #[new]
        fn new(name: String, price: i64, shelf: u32) -> PyResult<Self> {
            if price <= 0 {
                return Err(PyValueError::new_err(format!(
                    "a price must be positive, and {price} isn't"
                )));
            }
            Ok(Item { name, price, shelf })
        }

        fn __repr__(&self) -> String {
            let Item { name, price, shelf } = self;
            format!("Item({name:?}, price={price}, shelf={shelf})")
        }
    }
}
