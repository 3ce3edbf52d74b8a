//! One function for every way of treating the GIL that the GIL lab must tell apart.
//!
//! How long to compute is given in milliseconds of the computing thread's processor time, because a busy machine that
//! interrupts real work does not make it less.

mod waits;

use std::hint::black_box;
use std::thread;
use std::time::Duration;

use pyo3::prelude::*;

/// The processor time that this thread has used.
fn used() -> Duration {
    let mut time = libc::timespec {
        tv_sec: 0,
        tv_nsec: 0,
    };
    // SAFETY: the call writes to the one `timespec` that it is given.
    unsafe { libc::clock_gettime(libc::CLOCK_THREAD_CPUTIME_ID, &raw mut time) };
    Duration::new(
        time.tv_sec.unsigned_abs(),
        u32::try_from(time.tv_nsec).unwrap_or(0),
    )
}

/// Compute, without sleeping, for `duration` of processor time; returns how often the loop ran.
fn work(duration: Duration) -> u64 {
    let begin = used();
    let mut turns = 0_u64;
    while used() - begin < duration {
        turns = black_box(turns.wrapping_add(1));
    }
    turns
}

fn millis(ms: f64) -> Duration {
    Duration::from_secs_f64(ms / 1000.0)
}

/// Functions that differ only in what they do with the GIL.
#[pymodule]
mod gil_cases {
    use super::*;
    use pyo3::exceptions::PyValueError;

    /// Compute and never release the GIL.
    #[pyfunction]
    fn hold(ms: f64) -> u64 {
        work(millis(ms))
    }

    /// Compute with the GIL released from beginning to end.
    #[pyfunction]
    fn release(py: Python<'_>, ms: f64) -> u64 {
        py.detach(|| work(millis(ms)))
    }

    /// Release the GIL for the first tenth only, then compute while holding it.
    #[pyfunction]
    fn release_first_tenth(py: Python<'_>, ms: f64) -> u64 {
        py.detach(|| work(millis(ms / 10.0))) + work(millis(ms * 0.9))
    }

    /// Compute while holding the GIL, then release it for `window_us` microseconds.
    #[pyfunction]
    #[pyo3(signature = (ms, window_us = 0.0))]
    fn release_at_the_end(py: Python<'_>, ms: f64, window_us: f64) -> u64 {
        let turns = work(millis(ms));
        turns + py.detach(|| work(millis(window_us / 1000.0)))
    }

    /// Release the GIL, and take it again for a moment after every `element_us` microseconds of work.
    #[pyfunction]
    #[pyo3(signature = (ms, element_us = 70.0))]
    fn retake_each(py: Python<'_>, ms: f64, element_us: f64) -> u64 {
        let begin = used();
        py.detach(|| {
            let mut elements = 0;
            while used() - begin < millis(ms) {
                work(millis(element_us / 1000.0));
                elements += Python::attach(|_py| 1);
            }
            elements
        })
    }

    /// Sleep while holding the GIL.
    #[pyfunction]
    fn sleep_held(ms: f64) {
        thread::sleep(millis(ms));
    }

    /// Sleep with the GIL released.
    #[pyfunction]
    fn sleep_released(py: Python<'_>, ms: f64) {
        py.detach(|| thread::sleep(millis(ms)));
    }

    /// Compute in two Rust threads, with the GIL released.
    #[pyfunction]
    fn release_in_threads(py: Python<'_>, ms: f64) -> u64 {
        py.detach(|| {
            thread::scope(|scope| {
                let workers = [(); 2].map(|()| scope.spawn(|| work(millis(ms))));
                workers
                    .into_iter()
                    .map(|worker| worker.join().unwrap())
                    .sum()
            })
        })
    }

    /// Compute while holding the GIL, then raise ValueError.
    #[pyfunction]
    fn raise_after(ms: f64) -> PyResult<()> {
        work(millis(ms));
        Err(PyValueError::new_err("raised by gil_cases"))
    }

    /// Return at once, with the GIL released or held.
    #[pyfunction]
    #[pyo3(signature = (release = false))]
    fn return_at_once(py: Python<'_>, release: bool) -> u64 {
        if release { py.detach(|| 1) } else { 1 }
    }

    /// Sleep with the GIL released while a mutex is locked, so two calls at once wait for each other for ever.
    #[pyfunction]
    fn mutex_over_detach(py: Python<'_>) -> u64 {
        waits::mutex(py)
    }

    /// The same with a lock for writing.
    #[pyfunction]
    fn rw_lock_over_detach(py: Python<'_>) -> u64 {
        waits::rw_lock(py)
    }

    /// The same while a `OnceLock` is being filled, so only as long as it is empty.
    #[pyfunction]
    fn once_lock_over_detach() -> u64 {
        waits::once_lock()
    }

    /// A call beside another waits, with the GIL, for a message of that other one, which never comes.
    #[pyfunction]
    fn message_with_gil(py: Python<'_>) -> u64 {
        waits::message(py)
    }

    /// Wait, with the GIL, for a thread that needs the GIL: one call is enough.
    #[pyfunction]
    fn join_with_gil() -> u64 {
        waits::join_attached()
    }

    /// Two calls at once end the process, with `code` or by a signal; one alone sleeps for a moment.
    #[pyfunction]
    #[pyo3(signature = (code = None))]
    fn end_together(py: Python<'_>, code: Option<i32>) {
        waits::end_together(py, code);
    }

    /// Compute for `first_ms` in the first call with this `key`, with the GIL released or held, and then for `ms` with it.
    #[pyfunction]
    #[pyo3(signature = (key, first_ms, ms = 0.0, release = true))]
    fn prepare_once(py: Python<'_>, key: u64, first_ms: f64, ms: f64, release: bool) -> u64 {
        match (waits::is_first(key), release) {
            (true, true) => py.detach(|| work(millis(first_ms))),
            (true, false) => work(millis(first_ms)),
            (false, _) => work(millis(ms)),
        }
    }
}
