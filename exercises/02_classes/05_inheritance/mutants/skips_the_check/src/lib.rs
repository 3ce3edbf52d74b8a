//! Who works here.

use pyo3::prelude::*;

/// Persons and employees.
#[pymodule]
mod staff_list {
    use super::*;
    use pyo3::exceptions::{PyOverflowError, PyValueError};

    /// Somebody with a name.
    #[pyclass(subclass)]
    struct Person {
        #[pyo3(get, set)]
        name: String,
    }

    #[pymethods]
    impl Person {
        #[new]
        fn new(name: String) -> PyResult<Self> {
            if name.trim().is_empty() {
                return Err(PyValueError::new_err("a person needs a name"));
            }
            Ok(Person { name })
        }

        fn greet(&self) -> String {
            format!("Hello, {}!", self.name)
        }
    }

    /// Somebody with a name who's paid a salary.
    #[pyclass(extends = Person, subclass)]
    struct Employee {
        #[pyo3(get)]
        salary: u32,
    }

    #[pymethods]
    impl Employee {
        #[new]
        fn new(name: String, salary: u32) -> PyResult<PyClassInitializer<Self>> {
            let person = Person { name };
            Ok(PyClassInitializer::from(person).add_subclass(Employee { salary }))
        }

        /// Pay somebody that much more.
        fn give_raise(&mut self, amount: u32) -> PyResult<()> {
            let salary = self.salary.checked_add(amount);
            self.salary =
                salary.ok_or_else(|| PyOverflowError::new_err("nobody earns that much"))?;
            Ok(())
        }
    }
}
