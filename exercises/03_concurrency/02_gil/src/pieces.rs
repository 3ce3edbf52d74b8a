//! Cuts a text into pieces, counts the words of one, and keeps a record of who did. There's nothing to change here.

use std::collections::HashSet;
use std::sync::{Condvar, Mutex};
use std::thread::{self, ThreadId};
use std::time::Duration;

use pyo3::prelude::*;

/// One piece that was counted.
#[derive(IntoPyObject)]
pub struct Share {
    /// The thread that counted it.
    thread: String,
    /// Where in memory the piece begins.
    address: usize,
    words: usize,
}

static SHARES: Mutex<Vec<Share>> = Mutex::new(Vec::new());

/// Cut a text into that many pieces of about the same length. No word is cut in two.
pub fn cut(text: &str, pieces: usize) -> Vec<&str> {
    let mut rest = text;
    let mut found = Vec::new();
    for left in (1..=pieces).rev() {
        let fair = rest.len() / left;
        // The first space at or behind a fair share. Only a `char` has an end that's safe to cut at.
        let end = rest
            .char_indices()
            .find(|(place, char)| *place >= fair && char.is_whitespace())
            .map_or(rest.len(), |(place, _)| place);
        let (piece, behind) = rest.split_at(end);
        found.push(piece);
        rest = behind;
    }
    found
}

/// Count the words of a piece, and record which thread did it.
pub fn count_piece(piece: &str) -> usize {
    MEETING.attend();
    let words = piece.split_whitespace().count();
    let share = Share {
        thread: format!("{:?}", thread::current().id()),
        address: piece.as_ptr() as usize,
        words,
    };
    SHARES.lock().expect("nobody panics here").push(share);
    words
}

/// Return which pieces were counted since the last call, and by whom.
#[pyfunction]
pub fn shares() -> Vec<Share> {
    std::mem::take(&mut SHARES.lock().expect("nobody panics here"))
}

/// Let everybody who counts a piece wait until that many threads are about to count one. Zero: nobody waits.
///
/// Nobody waits longer than ten seconds, either.
#[pyfunction]
pub fn meet(threads: usize) {
    MEETING.call(threads);
}

/// Where threads wait for one another. A meeting that failed once isn't waited for again.
struct Meeting {
    wanted: Mutex<usize>,
    attending: Mutex<HashSet<ThreadId>>,
    everybody: Condvar,
}

static MEETING: std::sync::LazyLock<Meeting> = std::sync::LazyLock::new(|| Meeting {
    wanted: Mutex::new(0),
    attending: Mutex::new(HashSet::new()),
    everybody: Condvar::new(),
});
