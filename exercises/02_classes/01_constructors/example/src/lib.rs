//! Egg timers and freezers: one constructor for each thing that the lesson looks at.

use pyo3::prelude::*;

/// Things from a kitchen.
#[pymodule]
mod kitchen_example {
    use super::*;
    use pyo3::exceptions::PyValueError;
    use pyo3::sync::PyOnceLock;
    use pyo3::types::PyInt;

    /// A timer for eggs.
    #[pyclass(get_all)]
    struct EggTimer {
        seconds: u32,
    }

    #[pymethods]
    impl EggTimer {
        #[new]
        fn new(minutes: u32) -> Self {
            EggTimer {
                seconds: 60 * minutes,
            }
        }
    }

    /// A freezer. Above 0 °C it would be a cupboard.
    #[pyclass(get_all)]
    struct Freezer {
        celsius: i8,
        label: String,
    }

    #[pymethods]
    impl Freezer {
        #[new]
        #[pyo3(signature = (celsius=-18, *, label="ice cream"))]
        fn new(celsius: i8, label: &str) -> PyResult<Self> {
            if celsius > 0 {
                return Err(PyValueError::new_err(format!("{celsius} °C melts it")));
            }
            Ok(Freezer {
                celsius,
                label: label.to_string(),
            })
        }
    }

    /// A freezer that says the same about every temperature above 0 °C.
    #[pyclass(get_all)]
    struct CarefulFreezer {
        celsius: i8,
    }

    #[pymethods]
    impl CarefulFreezer {
        #[new]
        #[pyo3(signature = (celsius=None))]
        fn new(celsius: Option<&Bound<'_, PyInt>>) -> PyResult<Self> {
            let Some(celsius) = celsius else {
                return Ok(CarefulFreezer { celsius: -18 });
            };
            if celsius.gt(0)? {
                return Err(PyValueError::new_err(format!("{celsius} °C melts it")));
            }
            Ok(CarefulFreezer {
                celsius: celsius.extract()?,
            })
        }
    }

    /// An egg, with the constructor that PyO3 writes.
    #[pyclass(get_all, new = "from_fields")]
    struct Egg {
        grams: u32,
        boiled: bool,
    }

    /// The kitchen. There is one.
    #[pyclass]
    struct Kitchen;

    static KITCHEN: PyOnceLock<Py<Kitchen>> = PyOnceLock::new();

    #[pymethods]
    impl Kitchen {
        #[new]
        fn new(py: Python<'_>) -> PyResult<Py<Self>> {
            let kitchen = KITCHEN.get_or_try_init(py, || Py::new(py, Kitchen))?;
            Ok(kitchen.clone_ref(py))
        }
    }
}
