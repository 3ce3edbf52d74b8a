//! Counts the words of a text in several Rust threads.

use pyo3::prelude::*;

mod pieces;

#[pymodule]
mod words_in_rust {
    use super::pieces::{count_piece, cut};
    use super::*;
    use pyo3::types::PyString;
    use std::thread;

    #[pymodule_export]
    use super::pieces::{meet, shares};

    /// Return how many words are in a text, with that many Rust threads at work.
    ///
    /// Raises ValueError for zero threads.
    #[pyfunction]
    fn count_words(text: &Bound<'_, PyString>, threads: usize) -> PyResult<usize> {
        let text = text.to_str()?;
        let words = thread::scope(|scope| {
            let workers: Vec<_> = cut(text, threads.max(1))
                .into_iter()
                .map(|piece| scope.spawn(move || count_piece(piece)))
                .collect();
            workers
                .into_iter()
                .map(|worker| worker.join().expect("counting doesn't panic"))
                .sum()
        });
        Ok(words)
    }
}
