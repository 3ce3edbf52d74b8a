//! Orders of a small shop, refused when they make no sense.

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::PyInt;

/// The number, if it is 1 or more. Python compares, so it may be of any size.
fn at_least_one(what: &str, number: &Bound<'_, PyInt>) -> PyResult<u64> {
    if number.le(0)? {
        return Err(PyValueError::new_err(format!(
            "{what} must be at least 1, not {number}"
        )));
    }
    number.extract()
}

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
        #[new]
        #[pyo3(signature = (name, price, quantity=None))]
        fn new(
            name: String,
            price: &Bound<'_, PyInt>,
            quantity: Option<&Bound<'_, PyInt>>,
        ) -> PyResult<Self> {
            if name.trim().is_empty() {
                return Err(PyValueError::new_err(format!(
                    "name must not be blank, but it is {name:?}"
                )));
            }
            Ok(ShoppingOrder {
                name: name.trim().to_string(),
                price: at_least_one("price", price)?,
                quantity: match quantity {
                    Some(quantity) => at_least_one("quantity", quantity)?,
                    None => 1,
                },
            })
        }
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
