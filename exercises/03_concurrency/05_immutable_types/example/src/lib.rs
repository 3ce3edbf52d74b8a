//! The worked example: notes that can change, and puzzles that can't.

use pyo3::prelude::*;

#[pymodule]
mod puzzle_example {
    use super::*;
    use pyo3::sync::MutexExt;
    use std::sync::atomic::{AtomicU64, Ordering};
    use std::sync::{Mutex, OnceLock};

    /// A note on the fridge.
    #[pyclass(get_all, set_all)]
    struct Note {
        text: String,
    }

    #[pymethods]
    impl Note {
        #[new]
        fn new(text: String) -> Self {
            Note { text }
        }
    }

    /// A puzzle: find a number that, scrambled with the text, ends in this many zero bits.
    #[pyclass(frozen, get_all)]
    struct Puzzle {
        text: String,
        zeros: u32,
    }

    #[pymethods]
    impl Puzzle {
        #[new]
        fn new(text: String, zeros: u32) -> Self {
            Puzzle { text, zeros }
        }
    }

    /// Try number after number until one solves the puzzle. Other Python threads run meanwhile.
    #[pyfunction]
    fn solve(py: Python<'_>, puzzle: Py<Puzzle>) -> u64 {
        py.detach(|| {
            let puzzle: &Puzzle = puzzle.get();
            first_solution(&puzzle.text, puzzle.zeros)
        })
    }

    /// A puzzle that anybody may change.
    #[pyclass(get_all, set_all)]
    struct LoosePuzzle {
        text: String,
        zeros: u32,
    }

    #[pymethods]
    impl LoosePuzzle {
        #[new]
        fn new(text: String, zeros: u32) -> Self {
            LoosePuzzle { text, zeros }
        }

        /// Solve the puzzle without the GIL. It stays borrowed until the solution is found.
        fn solve(&self, py: Python<'_>) -> u64 {
            py.detach(|| first_solution(&self.text, self.zeros))
        }
    }

    /// A puzzle that counts how often it was asked, keeps its solution, and remembers who asked.
    #[pyclass(frozen)]
    struct SharedPuzzle {
        text: String,
        zeros: u32,
        asked: AtomicU64,
        solution: OnceLock<u64>,
        visitors: Mutex<Vec<String>>,
    }

    #[pymethods]
    impl SharedPuzzle {
        #[new]
        fn new(text: String, zeros: u32) -> Self {
            SharedPuzzle {
                text,
                zeros,
                asked: AtomicU64::new(0),
                solution: OnceLock::new(),
                visitors: Mutex::new(Vec::new()),
            }
        }

        /// Return the solution. Whoever comes first computes it, and everybody else gets the same one.
        fn solve(&self, py: Python<'_>, visitor: String) -> u64 {
            self.asked.fetch_add(1, Ordering::Relaxed);
            self.visitors.lock_py_attached(py).unwrap().push(visitor);
            py.detach(|| {
                *self
                    .solution
                    .get_or_init(|| first_solution(&self.text, self.zeros))
            })
        }

        #[getter]
        fn asked(&self) -> u64 {
            self.asked.load(Ordering::Relaxed)
        }

        #[getter]
        fn visitors(&self, py: Python<'_>) -> Vec<String> {
            self.visitors.lock_py_attached(py).unwrap().clone()
        }
    }
}

/// Find the smallest number that, scrambled with the text, ends in this many zero bits.
fn first_solution(text: &str, zeros: u32) -> u64 {
    (0..)
        .find(|&number| scramble(text, number).trailing_zeros() >= zeros)
        .expect("every few numbers there is one")
}

/// Make a number that looks like chance from a text and a number.
fn scramble(text: &str, number: u64) -> u64 {
    let mixed = text.bytes().fold(number, |mixed, byte| {
        (mixed ^ u64::from(byte))
            .wrapping_mul(0x9E37_79B9_7F4A_7C15)
            .rotate_left(29)
    });
    mixed ^ (mixed >> 31)
}
