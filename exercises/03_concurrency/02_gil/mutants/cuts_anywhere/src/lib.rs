//! Counts the words of a text in several Rust threads.

use pyo3::prelude::*;

mod pieces;

#[pymodule]
mod words_in_rust {
    use super::pieces::count_piece;
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
        let size = text.len() / threads + 1;
        let words = thread::scope(|scope| {
            let workers: Vec<_> = (0..threads)
                .map(|number| {
                    let begin = text.len().min(number * size);
                    let end = text.len().min(begin + size);
                    let piece = &text[begin..end];
                    scope.spawn(move || count_piece(piece))
                })
                .collect();
            workers
                .into_iter()
                .map(|worker| worker.join().expect("counting doesn't panic"))
                .sum()
        });
        Ok(words)
    }
}
