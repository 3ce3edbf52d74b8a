//! Discounts, in percent.

use pyo3::prelude::*;

/// Discounts, in percent.
#[pymodule]
mod percent_off {
    use super::*;
    use pyo3::exceptions::PyValueError;

    /// Percent off a price: a whole number, at most 80.
    #[pyclass(subclass)]
    struct Discount {
        #[pyo3(get)]
        percent: u8,
    }

    #[pymethods]
    impl Discount {
        #[new]
        fn new(percent: u8) -> PyResult<Self> {
            if percent > 80 {
                return Err(PyValueError::new_err(format!(
                    "80 % is all we can give, and {percent} % is more"
                )));
            }
            Ok(Discount { percent })
        }

        // Your turn:
        // - `LARGEST`, a class attribute: 80,
        // - `standard`, a static method: the discount that everybody gets, 10 percent,
        // - `from_text`, a class method: the discount that a text such as "15%" means.

        /// What's left of a price in cents.
        fn apply(&self, cents: u32) -> u32 {
            let left = u64::from(cents) * u64::from(100 - self.percent) / 100;
            left as u32
        }
    }
}
