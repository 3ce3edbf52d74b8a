//! Cuts a text into pieces, counts the words of one, and keeps a record of who did. There's nothing to change in here.

use std::sync::{Condvar, Mutex};
use std::thread::{self, ThreadId};
use std::time::Duration;

use pyo3::prelude::*;

/// Cut a text into that many pieces of about the same length. No word is cut in two.
pub fn cut(text: &str, pieces: usize) -> Vec<&str> {
    let mut rest = text;
    let mut found = Vec::new();
    for left in (1..=pieces).rev() {
        let mut end = rest.len() / left;
        while !rest.is_char_boundary(end) {
            end += 1;
        }
        end = rest[end..]
            .find(char::is_whitespace)
            .map_or(rest.len(), |further| end + further);
        let (piece, behind) = rest.split_at(end);
        found.push(piece);
        rest = behind;
    }
    found
}

/// Count the words of a piece, and record which thread did it.
pub fn count_piece(piece: &str) -> usize {
    let met = meet_others();
    let words = piece.split_whitespace().count();
    let share = Share {
        thread: format!("{:?}", thread::current().id()),
        address: piece.as_ptr() as usize,
        words,
        met,
    };
    SHARES.lock().expect("nobody panics here").push(share);
    words
}

/// A piece that was counted. Python gets it as a dict.
#[derive(IntoPyObject)]
pub struct Share {
    /// The thread that counted it.
    thread: String,
    /// Where in memory the piece begins.
    address: usize,
    /// How many words are in it.
    words: usize,
    /// Whether the thread met those that it had to wait for.
    met: bool,
}

static SHARES: Mutex<Vec<Share>> = Mutex::new(Vec::new());

/// Return which pieces were counted since this was asked last, and by whom.
#[pyfunction]
pub fn shares() -> Vec<Share> {
    std::mem::take(&mut SHARES.lock().expect("nobody panics here"))
}

/// Threads that wait for one another before they count.
struct Meeting {
    wanted: usize,
    here: Vec<ThreadId>,
}

static MEETING: Mutex<Meeting> = Mutex::new(Meeting {
    wanted: 0,
    here: Vec::new(),
});
static MET: Condvar = Condvar::new();

/// Let the next threads that count a piece wait until so many of them are there: once, and at most for ten seconds.
#[pyfunction]
pub fn meet(threads: usize) {
    *MEETING.lock().expect("nobody panics here") = Meeting {
        wanted: threads,
        here: Vec::new(),
    };
}

/// Wait for the others, if there's a meeting. Tells whether they came.
fn meet_others() -> bool {
    let mut meeting = MEETING.lock().expect("nobody panics here");
    if meeting.wanted == 0 {
        return false;
    }
    let me = thread::current().id();
    if !meeting.here.contains(&me) {
        meeting.here.push(me);
    }
    if meeting.here.len() == meeting.wanted {
        meeting.wanted = 0;
        MET.notify_all();
        return true;
    }
    let (mut meeting, limit) = MET
        .wait_timeout_while(meeting, Duration::from_secs(10), |meeting| {
            meeting.wanted > 0
        })
        .expect("nobody panics here");
    if limit.timed_out() {
        meeting.wanted = 0; // nobody else has to wait for a meeting that failed
    }
    !limit.timed_out()
}
