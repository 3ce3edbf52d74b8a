//! What this lesson gives you: the factors of one number, a gate for the tests, and the naive version for the charts.
//! You don't need to change anything here.

use pyo3::prelude::*;
use pyo3::types::PyList;
use std::collections::HashMap;
use std::sync::{Condvar, Mutex};

/// Return the different primes that divide `number`, the smallest first. Panics if `number` is 0.
///
/// This is plain Rust and needs nothing from Python. It tries one divisor after the other, so it can take a while.
pub fn factors_of(number: u64) -> Vec<u64> {
    assert!(number > 0, "every prime divides 0");
    wait_at_the_gate();
    let mut rest = number;
    let mut factors = Vec::new();
    let mut divisor = 2;
    while divisor <= rest / divisor {
        if rest % divisor == 0 {
            factors.push(divisor);
            while rest % divisor == 0 {
                rest /= divisor;
            }
        }
        divisor += 1;
    }
    if rest > 1 {
        factors.push(rest);
    }
    factors
}

/// Factor each number of the list and hold the GIL all the while: your function as it is before you change it.
#[pyfunction]
pub fn naive_prime_factors(numbers: &Bound<'_, PyList>) -> PyResult<HashMap<u64, Vec<u64>>> {
    numbers
        .iter()
        .map(|number| {
            let number = number.extract()?;
            Ok((number, factors_of(number)))
        })
        .collect()
}

// The gate stands in front of every factorisation. It's open, unless a test closes it to change the list meanwhile.
struct Gate {
    closed: bool,
    reached: bool,
}

static GATE: Mutex<Gate> = Mutex::new(Gate {
    closed: false,
    reached: false,
});
static OPENED: Condvar = Condvar::new();

fn wait_at_the_gate() {
    let mut gate = GATE.lock().unwrap();
    gate.reached = true;
    while gate.closed {
        gate = OPENED.wait(gate).unwrap();
    }
}

/// Make every factorisation wait before it begins, until `open_gate` is called.
#[pyfunction]
pub fn close_gate() {
    *GATE.lock().unwrap() = Gate {
        closed: true,
        reached: false,
    };
}

/// Tell whether a factorisation has arrived at the gate since it was closed.
#[pyfunction]
pub fn gate_was_reached() -> bool {
    GATE.lock().unwrap().reached
}

/// Let the waiting factorisations go on.
#[pyfunction]
pub fn open_gate() {
    GATE.lock().unwrap().closed = false;
    OPENED.notify_all();
}
