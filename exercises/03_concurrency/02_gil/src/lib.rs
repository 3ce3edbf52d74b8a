//! Counts the words of a text in several Rust threads.

use pyo3::prelude::*;

mod pieces;

#[pymodule]
mod words_in_rust {
    use super::pieces::{count_piece, cut};
    use super::*;

    #[pymodule_export]
    use super::pieces::{meet, shares};

    /// Return how many words are in a text, with that many Rust threads at work.
    ///
    /// Raises ValueError for zero threads.
    #[pyfunction]
    fn count_words(text: String, threads: usize) -> usize {
        // Your turn: let a thread of its own count each piece, and don't copy the text.
        cut(&text, threads).into_iter().map(count_piece).sum()
    }
}
