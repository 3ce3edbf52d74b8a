//! The k largest numbers of a list.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::{PyInt, PyList};

#[pymodule]
mod high_scores {
    use super::*;

    /// Return the k largest of a list of integers, the largest first.
    ///
    /// Integers may be of any size. A number that stands in the list twice counts twice.
    /// The list is left as it is.
    ///
    /// Raises ValueError when a number is negative or the list has fewer than k numbers,
    /// TypeError when an element is no integer.
    #[pyfunction]
    fn max_k<'py>(numbers: &Bound<'py, PyList>, k: usize) -> PyResult<Vec<Bound<'py, PyInt>>> {
        // Every element is looked at, also when k is 0: a wrong list is wrong for every k.
        let mut best = BinaryHeap::with_capacity(k.min(numbers.len()));
        for (position, number) in numbers.iter().enumerate() {
            let candidate = Reverse((size(number.cast()?)?, position));
            if best.len() < k {
                best.push(candidate);
            } else if let Some(mut smallest) = best.peek_mut() {
                // Nearly every number of a long list ends here, after one comparison.
                if candidate < *smallest {
                    *smallest = candidate;
                }
            }
        }
        if best.len() < k {
            return Err(PyValueError::new_err(format!(
                "the {k} largest were asked for, but the list has only {} numbers",
                numbers.len()
            )));
        }
        best.into_sorted_vec()
            .into_iter()
            .map(|Reverse((_, position))| Ok(numbers.get_item(position)?.cast_into()?))
            .collect()
    }
}

/// How large a number is.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Size {
    Small(u64),
    /// The bytes from the most significant one on.
    Large(Vec<u8>),
}

/// Measure a number. Raises ValueError when it is negative.
fn size(number: &Bound<'_, PyInt>) -> PyResult<Size> {
    if let Ok(small) = number.extract() {
        return Ok(Size::Small(small));
    }
    if number.lt(0)? {
        return Err(PyValueError::new_err(format!(
            "the numbers must not be negative, but the list has {number}"
        )));
    }
    let bits: usize = number.call_method0("bit_length")?.extract()?;
    let bytes = bits.div_ceil(8);
    let digits = number.call_method1("to_bytes", (bytes, "big"))?.extract()?;
    Ok(Size::Large(digits))
}
