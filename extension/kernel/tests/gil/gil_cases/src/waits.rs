//! Calls that wait for each other, and calls that do something else the first time.

use std::collections::HashSet;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{LazyLock, Mutex, OnceLock, RwLock};
use std::thread;
use std::time::Duration;

use pyo3::prelude::*;

/// Long enough for another thread to take the GIL and to wait for a lock.
const A_MOMENT: Duration = Duration::from_millis(5);

static MUTEX: Mutex<u64> = Mutex::new(0);
static RW_LOCK: RwLock<u64> = RwLock::new(0);
static TABLE: OnceLock<u64> = OnceLock::new();
static BUSY: AtomicBool = AtomicBool::new(false);
static DONE: LazyLock<(Sender<u64>, Mutex<Receiver<u64>>)> = LazyLock::new(|| {
    let (sender, receiver) = channel();
    (sender, Mutex::new(receiver))
});
static INSIDE: AtomicUsize = AtomicUsize::new(0);
static PREPARED: LazyLock<Mutex<HashSet<u64>>> = LazyLock::new(Mutex::default);

pub fn a_moment(py: Python<'_>) {
    py.detach(|| thread::sleep(A_MOMENT));
}

pub fn mutex(py: Python<'_>) -> u64 {
    let mut count = MUTEX.lock().unwrap();
    a_moment(py);
    *count += 1;
    *count
}

pub fn rw_lock(py: Python<'_>) -> u64 {
    let mut count = RW_LOCK.write().unwrap();
    a_moment(py);
    *count += 1;
    *count
}

pub fn once_lock() -> u64 {
    *TABLE.get_or_init(|| {
        Python::attach(|py| {
            a_moment(py);
            7
        })
    })
}

/// A call that finds another one at work waits for its message, with the GIL.
pub fn message(py: Python<'_>) -> u64 {
    if BUSY.swap(true, Ordering::SeqCst) {
        return DONE.1.lock().unwrap().recv().unwrap();
    }
    a_moment(py);
    BUSY.store(false, Ordering::SeqCst);
    1
}

pub fn join_attached() -> u64 {
    thread::spawn(|| Python::attach(|_py| 1)).join().unwrap()
}

/// End the process when two calls are made at once: with `code`, or without one by a signal.
pub fn end_together(py: Python<'_>, code: Option<i32>) {
    let others = INSIDE.fetch_add(1, Ordering::SeqCst);
    a_moment(py);
    if others > 0 {
        match code {
            Some(code) => std::process::exit(code),
            // SAFETY: none is claimed; the process is to die as a faulty library makes it.
            None => unsafe { libc::raise(libc::SIGSEGV) },
        };
    }
    INSIDE.fetch_sub(1, Ordering::SeqCst);
}

/// Whether this is the first call with `key`.
pub fn is_first(key: u64) -> bool {
    PREPARED.lock().unwrap().insert(key)
}
