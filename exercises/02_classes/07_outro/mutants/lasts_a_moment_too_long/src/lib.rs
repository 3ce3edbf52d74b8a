//! Discounts for a shop's checkout.

use pyo3::create_exception;
use pyo3::exceptions::{PyException, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyDateTime, PyTzInfo};

create_exception!(
    checkout_discounts,
    OutOfSeason,
    PyException,
    "Raised when a seasonal discount is applied before or after its season."
);

/// Discounts for a shop's checkout.
#[pymodule]
mod checkout_discounts {
    use super::*;

    #[pymodule_export]
    use super::OutOfSeason;

    /// A share of the price, from 0 to 1.
    #[pyclass(subclass)]
    struct Discount {
        percentage: f64,
    }

    #[pymethods]
    impl Discount {
        #[new]
        fn new(percentage: f64) -> PyResult<Self> {
            check_percentage(percentage)?;
            Ok(Discount { percentage })
        }

        #[getter]
        fn percentage(&self) -> f64 {
            self.percentage
        }

        #[setter]
        fn set_percentage(&mut self, percentage: f64) -> PyResult<()> {
            check_percentage(percentage)?;
            self.percentage = percentage;
            Ok(())
        }

        /// Return what's left to pay.
        fn apply(&self, price: f64) -> PyResult<f64> {
            check_price(price)?;
            Ok(price - price * self.percentage)
        }
    }

    /// A discount between two moments: `start` belongs to the season, `end` doesn't.
    #[pyclass(extends = Discount)]
    struct SeasonalDiscount {
        start: Py<PyDateTime>,
        end: Py<PyDateTime>,
    }

    #[pymethods]
    impl SeasonalDiscount {
        #[new]
        fn new(
            percentage: f64,
            start: Bound<'_, PyDateTime>,
            end: Bound<'_, PyDateTime>,
        ) -> PyResult<PyClassInitializer<Self>> {
            check_season(&start, &end)?;
            let season = SeasonalDiscount {
                start: start.unbind(),
                end: end.unbind(),
            };
            Ok(PyClassInitializer::from(Discount::new(percentage)?).add_subclass(season))
        }

        #[getter]
        fn start(&self) -> &Py<PyDateTime> {
            &self.start
        }

        #[setter]
        fn set_start(&mut self, start: Bound<'_, PyDateTime>) -> PyResult<()> {
            check_season(&start, self.end.bind(start.py()))?;
            self.start = start.unbind();
            Ok(())
        }

        #[getter]
        fn end(&self) -> &Py<PyDateTime> {
            &self.end
        }

        #[setter]
        fn set_end(&mut self, end: Bound<'_, PyDateTime>) -> PyResult<()> {
            check_season(self.start.bind(end.py()), &end)?;
            self.end = end.unbind();
            Ok(())
        }

        /// Return what's left to pay at the moment `now`, which is the current time unless you say it.
        #[pyo3(signature = (price, now = None))]
        fn apply(
            slf: PyRef<'_, Self>,
            price: f64,
            now: Option<Bound<'_, PyDateTime>>,
        ) -> PyResult<f64> {
            let py = slf.py();
            let now = match now {
                Some(now) => now.into_any(),
                None => py
                    .get_type::<PyDateTime>()
                    .call_method1("now", (PyTzInfo::utc(py)?,))?,
            };
            check_aware(&now)?;
            let (start, end) = (slf.start.bind(py), slf.end.bind(py));
            if now.lt(start)? || now.gt(end)? {
                return Err(OutOfSeason::new_err(format!(
                    "the season is from {start} to {end}, and it's {now}"
                )));
            }
            slf.as_super().apply(price)
        }
    }

    /// A discount that never takes more than `cap` off.
    #[pyclass(extends = Discount)]
    struct CappedDiscount {
        cap: f64,
    }

    #[pymethods]
    impl CappedDiscount {
        #[new]
        fn new(percentage: f64, cap: f64) -> PyResult<PyClassInitializer<Self>> {
            check_cap(cap)?;
            let capped = CappedDiscount { cap };
            Ok(PyClassInitializer::from(Discount::new(percentage)?).add_subclass(capped))
        }

        #[getter]
        fn cap(&self) -> f64 {
            self.cap
        }

        #[setter]
        fn set_cap(&mut self, cap: f64) -> PyResult<()> {
            check_cap(cap)?;
            self.cap = cap;
            Ok(())
        }

        /// Return what's left to pay.
        fn apply(slf: PyRef<'_, Self>, price: f64) -> PyResult<f64> {
            let discounted = slf.as_super().apply(price)?;
            Ok(discounted.max(price - slf.cap))
        }
    }
}

fn check_percentage(percentage: f64) -> PyResult<()> {
    // NaN is in no range, so it's refused here, too.
    if !(0.0..=1.0).contains(&percentage) {
        return Err(PyValueError::new_err(format!(
            "a percentage is between 0 and 1, and {percentage} isn't"
        )));
    }
    Ok(())
}

fn check_price(price: f64) -> PyResult<()> {
    if !price.is_finite() || price < 0.0 {
        return Err(PyValueError::new_err(format!("{price} is no price")));
    }
    Ok(())
}

fn check_cap(cap: f64) -> PyResult<()> {
    if !cap.is_finite() || cap <= 0.0 {
        return Err(PyValueError::new_err(format!(
            "a cap is a positive number, and {cap} isn't"
        )));
    }
    Ok(())
}

/// Raise ValueError for a datetime that doesn't know its time zone.
fn check_aware(moment: &Bound<'_, PyAny>) -> PyResult<()> {
    if moment.call_method0("utcoffset")?.is_none() {
        return Err(PyValueError::new_err(format!("{moment} has no time zone")));
    }
    Ok(())
}

fn check_season(start: &Bound<'_, PyDateTime>, end: &Bound<'_, PyDateTime>) -> PyResult<()> {
    check_aware(start)?;
    check_aware(end)?;
    if start.ge(end)? {
        return Err(PyValueError::new_err(format!(
            "a season starts before it ends, but {start} isn't before {end}"
        )));
    }
    Ok(())
}
