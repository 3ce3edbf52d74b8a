//! Roman numerals, packed for other people.

use pyo3::prelude::*;

/// Write numbers as the Romans did.
#[pymodule]
mod roman_example {
    use super::*;
    use pyo3::types::PyList;

    #[pymodule_export]
    #[expect(non_upper_case_globals, reason = "Python knows it by this name")]
    const __version__: &str = env!("CARGO_PKG_VERSION");

    /// Write a number in Roman numerals.
    #[pyfunction]
    fn to_roman(mut number: u32) -> String {
        let mut roman = String::new();
        for (value, letters) in NUMERALS {
            while number >= value {
                roman += letters;
                number -= value;
            }
        }
        roman
    }

    /// Tell whether the Romans could write all of these numbers: they stop at 3999.
    #[pyfunction]
    fn all_fit(numbers: &Bound<'_, PyList>) -> PyResult<bool> {
        for number in numbers {
            if !(1..=3999).contains(&number.extract::<i64>()?) {
                return Ok(false);
            }
        }
        Ok(true)
    }
}

const NUMERALS: [(u32, &str); 13] = [
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
];
