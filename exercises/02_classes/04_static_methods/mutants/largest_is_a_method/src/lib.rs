//! Discounts, in percent.

use pyo3::prelude::*;

/// Discounts, in percent.
#[pymodule]
mod percent_off {
    use super::*;
    use pyo3::exceptions::PyValueError;
    use pyo3::types::PyType;

    /// Percent off a price: a whole number, at most 80.
    #[pyclass(subclass)]
    struct Discount {
        #[pyo3(get)]
        percent: u8,
    }

    #[pymethods]
    impl Discount {
        /// The largest discount, in percent.
        #[staticmethod]
        #[pyo3(name = "LARGEST")]
        fn largest() -> u8 {
            80
        }

        #[new]
        fn new(percent: u8) -> PyResult<Self> {
            if percent > Self::largest() {
                return Err(PyValueError::new_err(format!(
                    "{} % is all we can give, and {percent} % is more",
                    Self::largest()
                )));
            }
            Ok(Discount { percent })
        }

        /// The discount that everybody gets.
        #[staticmethod]
        fn standard() -> Self {
            Discount { percent: 10 }
        }

        /// The discount that a text such as "15%" means.
        #[classmethod]
        fn from_text<'py>(cls: &Bound<'py, PyType>, text: &str) -> PyResult<Bound<'py, PyAny>> {
            let percent: u8 = text
                .strip_suffix('%')
                .and_then(|number| number.trim().parse().ok())
                .ok_or_else(|| {
                    PyValueError::new_err(format!("{text:?} isn't a discount such as \"15%\""))
                })?;
            cls.call1((percent,))
        }

        /// What's left of a price in cents.
        fn apply(&self, cents: u32) -> u32 {
            let left = u64::from(cents) * u64::from(100 - self.percent) / 100;
            left as u32
        }
    }
}
