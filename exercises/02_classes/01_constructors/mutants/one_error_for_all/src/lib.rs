//! Orders of a small shop, refused when they make no sense.

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;

/// The number, if it is 1 or more.
fn at_least_one(what: &str, number: &Bound<'_, PyAny>) -> PyResult<u64> {
    match number.extract() {
        Ok(0) | Err(_) => Err(PyValueError::new_err(format!(
            "{what} must be at least 1, not {number}"
        ))),
        Ok(number) => Ok(number),
    }
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
            price: &Bound<'_, PyAny>,
            quantity: Option<&Bound<'_, PyAny>>,
        ) -> PyResult<Self> {
            if name.trim().is_empty() {
                return Err(PyValueError::new_err(format!(
                    "name must not be blank, but it is {name:?}"
                )));
            }
            Ok(ShoppingOrder {
                name,
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
