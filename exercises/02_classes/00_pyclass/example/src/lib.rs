//! Postcards, and the stamps on them.

use pyo3::prelude::*;

/// A stamp. This class is outside of the module, and the module takes it in.
#[pyclass(get_all)]
struct Stamp {
    country: String,
    cents: u32,
}

/// Write postcards, and put stamps on them.
#[pymodule]
mod postcards_example {
    use super::*;

    #[pymodule_export]
    use super::Stamp;

    /// A postcard.
    #[pyclass]
    struct Postcard {
        #[pyo3(get)]
        to: String,
        #[pyo3(get, set)]
        text: String,
        #[pyo3(get, set)]
        stickers: Vec<String>,
        days: u32,
    }

    /// Write a postcard.
    #[pyfunction]
    fn write_postcard(to: String, text: String) -> Postcard {
        Postcard {
            to,
            text,
            stickers: vec!["sun".to_string()],
            days: 3,
        }
    }

    /// Say when a postcard arrives.
    #[pyfunction]
    fn arrival(card: &Postcard) -> String {
        format!("{} gets it in {} days", card.to, card.days)
    }

    /// Buy a stamp.
    #[pyfunction]
    fn buy_stamp(country: String, cents: u32) -> Stamp {
        Stamp { country, cents }
    }
}
