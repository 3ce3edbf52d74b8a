//! The same work on a copy and in place.

use pyo3::prelude::*;

/// A list of numbers, copied or in place.
#[pymodule]
mod doubling_example {
    use super::*;
    use pyo3::types::{PyInt, PyList, PyString};

    /// Double every number of a copy, and return the copy's sum.
    #[pyfunction]
    fn double_copied(mut numbers: Vec<i64>) -> i64 {
        for number in &mut numbers {
            *number *= 2;
        }
        numbers.iter().sum()
    }

    /// Double every number of the list itself.
    #[pyfunction]
    fn double_in_place(numbers: &Bound<'_, PyList>) -> PyResult<()> {
        for index in 0..numbers.len() {
            let doubled = numbers.get_item(index)?.mul(2)?;
            numbers.set_item(index, doubled)?;
        }
        Ok(())
    }

    /// Say what an object is, by trying one type after the other.
    #[pyfunction]
    fn describe(object: &Bound<'_, PyAny>) -> PyResult<String> {
        if let Ok(list) = object.cast::<PyList>() {
            Ok(format!("a list of {}", list.len()))
        } else if let Ok(text) = object.cast::<PyString>() {
            Ok(format!("text of {} bytes", text.to_str()?.len()))
        } else if object.is_instance_of::<PyInt>() {
            Ok(format!("the integer {object}"))
        } else {
            Ok(format!("something else: {object:?}"))
        }
    }

    /// The length of anything that has one. No cast: Python decides.
    #[pyfunction]
    fn length_of(object: &Bound<'_, PyAny>) -> PyResult<usize> {
        object.len()
    }

    /// A new list, made from nothing: this needs the token.
    #[pyfunction]
    fn countdown<'py>(py: Python<'py>, start: u32) -> PyResult<Bound<'py, PyList>> {
        PyList::new(py, (0..=start).rev())
    }

    /// How many references the object has, then how many while Rust holds two more.
    #[pyfunction]
    fn count_references(object: &Bound<'_, PyAny>) -> PyResult<(usize, usize)> {
        // Whoever holds a `Bound` can ask it for the token: `object.py()`.
        let sys = object.py().import("sys")?;
        let before = sys.call_method1("getrefcount", (object,))?.extract()?;
        let copies = [object.clone(), object.clone()];
        let during = sys.call_method1("getrefcount", (object,))?.extract()?;
        drop(copies);
        Ok((before, during))
    }

    /// In bytes: a pointer, a `Bound`, and the token.
    #[pyfunction]
    fn sizes() -> (usize, usize, usize) {
        (
            size_of::<*const u8>(),
            size_of::<Bound<'_, PyList>>(),
            size_of::<Python<'_>>(),
        )
    }

    /// The sum, by way of a copy.
    #[pyfunction]
    fn sum_copied(numbers: Vec<i64>) -> i64 {
        numbers.iter().sum()
    }

    /// The sum, element by element from the list itself.
    #[pyfunction]
    fn sum_in_place(numbers: &Bound<'_, PyList>) -> PyResult<i64> {
        let mut sum = 0;
        for item in numbers {
            sum += item.extract::<i64>()?;
        }
        Ok(sum)
    }

    /// The index of the first negative number, by way of a copy.
    #[pyfunction]
    fn first_negative_copied(numbers: Vec<i64>) -> Option<usize> {
        numbers.iter().position(|number| *number < 0)
    }

    /// The index of the first negative number, in place.
    #[pyfunction]
    fn first_negative_in_place(numbers: &Bound<'_, PyList>) -> PyResult<Option<usize>> {
        for (index, item) in numbers.iter().enumerate() {
            if item.extract::<i64>()? < 0 {
                return Ok(Some(index));
            }
        }
        Ok(None)
    }

    /// The printer of the lesson before: it copies, then prints.
    #[pyfunction]
    fn print_copied(numbers: Vec<u64>) {
        for number in numbers {
            println!("{number}");
        }
    }

    /// Does not compile: a list of Python may not go to a thread that has no token.
    #[cfg(feature = "smuggle")]
    #[pyfunction]
    fn smuggle(numbers: &Bound<'_, PyList>) -> usize {
        std::thread::scope(|scope| scope.spawn(|| numbers.len()).join().unwrap())
    }
}
