//! Counts the words of a text in several Rust threads.

use pyo3::prelude::*;

mod pieces;

#[pymodule]
mod words_in_rust {
    use super::pieces::{count_piece, cut};
    use super::*;
    use pyo3::exceptions::PyValueError;
    use pyo3::types::PyString;
    use std::thread;

    #[pymodule_export]
    use super::pieces::{meet, shares};

    /// Return how many words are in a text, with that many Rust threads at work.
    ///
    /// Raises ValueError for zero threads.
    #[pyfunction]
    fn count_words(text: &Bound<'_, PyString>, threads: usize) -> PyResult<usize> {
        if threads == 0 {
            return Err(PyValueError::new_err(
                "0 threads can't count anything: ask for 1 or more",
            ));
        }
        let text = text.to_str()?;
        let words = thread::scope(|scope| {
            scope
                .spawn(|| cut(text, threads).into_iter().map(count_piece).sum())
                .join()
                .expect("counting doesn't panic")
        });
        Ok(words)
    }
}
