//! Cars, taxis and night taxis: three classes, each a child of the one before.

use pyo3::prelude::*;

/// Cars, and cars that earn money.
#[pymodule]
mod taxi_example {
    use super::*;
    use pyo3::exceptions::PyValueError;

    /// A car that counts its kilometers.
    #[pyclass(subclass)]
    struct Car {
        #[pyo3(get)]
        kilometers: u32,
        color: String,
    }

    #[pymethods]
    impl Car {
        #[new]
        fn new(color: String) -> Self {
            Car {
                kilometers: 0,
                color,
            }
        }

        /// Drive some kilometers.
        fn drive(&mut self, distance: u32) {
            self.kilometers += distance;
        }

        /// Ten kilometers to work, and ten back.
        fn commute(&mut self) {
            self.drive(10);
            self.drive(10);
        }

        #[getter]
        fn color(&self) -> String {
            self.color.clone()
        }

        #[setter]
        fn set_color(&mut self, color: String) {
            self.color = color;
        }
    }

    /// A car that's paid for each kilometer.
    #[pyclass(extends = Car, subclass)]
    struct Taxi {
        #[pyo3(get)]
        earned: u32,
    }

    #[pymethods]
    impl Taxi {
        #[new]
        fn new() -> PyClassInitializer<Self> {
            PyClassInitializer::from(Car::new("yellow".to_string()))
                .add_subclass(Taxi { earned: 0 })
        }

        /// Drive some kilometers, and get paid for them.
        fn drive(mut slf: PyRefMut<'_, Self>, distance: u32) {
            slf.as_super().drive(distance);
            slf.earned += 2 * distance;
        }

        /// What one kilometer has earned on average.
        fn per_kilometer(slf: PyRef<'_, Self>) -> f64 {
            f64::from(slf.earned) / f64::from(slf.as_super().kilometers)
        }

        /// Paint the taxi, as long as it stays yellow.
        #[setter]
        fn set_color(mut slf: PyRefMut<'_, Self>, color: String) -> PyResult<()> {
            if !color.contains("yellow") {
                return Err(PyValueError::new_err(format!("a taxi can't be {color}")));
            }
            slf.as_super().set_color(color);
            Ok(())
        }

        /// Drive, then let the passenger say something. The taxi stays borrowed meanwhile.
        fn take(
            mut slf: PyRefMut<'_, Self>,
            distance: u32,
            passenger: &Bound<'_, PyAny>,
        ) -> PyResult<()> {
            slf.as_super().drive(distance);
            slf.earned += 2 * distance;
            passenger.call0()?;
            Ok(())
        }

        /// Drive, then let the passenger say something. The borrow ends before that.
        fn take_politely(
            mut slf: PyRefMut<'_, Self>,
            distance: u32,
            passenger: &Bound<'_, PyAny>,
        ) -> PyResult<()> {
            slf.as_super().drive(distance);
            slf.earned += 2 * distance;
            drop(slf);
            passenger.call0()?;
            Ok(())
        }
    }

    /// This looks for the odometer where it isn't, so it's left out of a normal build.
    #[cfg(feature = "look_in_self")]
    impl Taxi {
        fn distance(&self) -> u32 {
            self.kilometers
        }
    }

    /// A taxi that drives at night, for a little more.
    #[pyclass(extends = Taxi)]
    struct NightTaxi {
        extra: u32,
    }

    #[pymethods]
    impl NightTaxi {
        #[new]
        fn new(extra: u32) -> PyClassInitializer<Self> {
            Taxi::new().add_subclass(NightTaxi { extra })
        }

        /// Drive by night: the day's price, and the extra on top.
        fn drive(slf: PyRefMut<'_, Self>, distance: u32) {
            let extra = slf.extra;
            let mut taxi = slf.into_super();
            taxi.earned += extra;
            Taxi::drive(taxi, distance);
        }

        /// One line about all three levels.
        fn summary(slf: PyRef<'_, Self>) -> String {
            let taxi = slf.as_super();
            let car = taxi.as_super();
            format!(
                "{} km, {} earned, {} extra for each ride",
                car.kilometers, taxi.earned, slf.extra
            )
        }
    }
}
