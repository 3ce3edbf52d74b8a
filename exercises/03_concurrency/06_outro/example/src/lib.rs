//! A post office: letters wait in a queue, and clerks stamp them.

use std::collections::HashMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use pyo3::prelude::*;

/// More rounds make a postmark that is harder to forge, and a slower clerk.
const ROUNDS: u32 = 50_000_000;

#[pymodule]
mod post_office_example {
    use super::*;

    /// Stamp all letters. Return the postmark of each, and how many clerks were at work at once.
    #[pyfunction]
    fn stamp_all(
        py: Python<'_>,
        letters: Vec<String>,
        clerks: usize,
    ) -> (HashMap<String, u64>, usize) {
        py.detach(|| open_office(letters, clerks, clerk))
    }

    /// The same, with clerks who work by the shorter loop.
    #[pyfunction]
    fn stamp_all_shorter(
        py: Python<'_>,
        letters: Vec<String>,
        clerks: usize,
    ) -> (HashMap<String, u64>, usize) {
        py.detach(|| open_office(letters, clerks, shorter_clerk))
    }
}

type Queue = Mutex<Receiver<String>>;
type Outbox = Sender<(String, u64)>;

/// Send all letters through the queue, and collect what is in the outbox.
fn open_office(
    letters: Vec<String>,
    clerks: usize,
    clerk: fn(&Queue, Outbox, &Work),
) -> (HashMap<String, u64>, usize) {
    let work = Work::default();
    let (door, queue) = channel();
    let queue = Mutex::new(queue);
    let (outbox, stamped) = channel();
    let stamped = thread::scope(|scope| {
        for _ in 0..clerks {
            let outbox = outbox.clone();
            scope.spawn(|| clerk(&queue, outbox, &work));
        }
        drop(outbox);
        for letter in letters {
            door.send(letter).expect("the queue outlives the clerks");
        }
        // The door closes: when the queue is empty, the clerks go home.
        drop(door);
        // And when the last clerk has left, with the last outbox, this ends.
        stamped.iter().collect()
    });
    (stamped, work.most.into_inner())
}

/// Take a letter, stamp it, put it into the outbox, and again until no more letters come.
fn clerk(queue: &Queue, outbox: Outbox, work: &Work) {
    loop {
        let Ok(letter) = queue.lock().unwrap().recv() else {
            return;
        };
        let mark = work.stamp(&letter);
        let _ = outbox.send((letter, mark));
    }
}

/// The same in fewer lines.
fn shorter_clerk(queue: &Queue, outbox: Outbox, work: &Work) {
    while let Ok(letter) = queue.lock().unwrap().recv() {
        let mark = work.stamp(&letter);
        let _ = outbox.send((letter, mark));
    }
}

/// The work that is being done, and how much of it was done at the same time.
#[derive(Default)]
struct Work {
    now: AtomicUsize,
    most: AtomicUsize,
}

impl Work {
    /// Compute a letter's postmark, and count who is at it.
    fn stamp(&self, letter: &str) -> u64 {
        let now = self.now.fetch_add(1, Ordering::SeqCst) + 1;
        self.most.fetch_max(now, Ordering::SeqCst);
        let mut mark = letter.len() as u64;
        for (round, byte) in (0..ROUNDS).zip(letter.bytes().cycle()) {
            mark = (mark ^ u64::from(byte) ^ u64::from(round)).wrapping_mul(0x100_0000_01b3);
        }
        self.now.fetch_sub(1, Ordering::SeqCst);
        mark % 1_000_000
    }
}
