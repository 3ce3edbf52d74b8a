//! Tickets for numbered seats, sold to several customers at once.

use pyo3::prelude::*;

/// Sell tickets.
#[pymodule(gil_used = false)]
mod ticket_office {
    use super::*;
    use pyo3::exceptions::PyValueError;
    use std::sync::atomic::{AtomicU32, AtomicU64, Ordering};

    /// How many tickets all offices have sold together.
    static SOLD: AtomicU64 = AtomicU64::new(0);

    /// Sells the seats from 1 to `seats`.
    #[pyclass(frozen)]
    struct TicketOffice {
        seats: u32,
        taken: AtomicU32,
    }

    #[pymethods]
    impl TicketOffice {
        #[new]
        fn new(seats: u32) -> Self {
            Self {
                seats,
                taken: AtomicU32::new(0),
            }
        }

        /// Sell the first free seat. `pay` is called with its number, and may raise.
        fn sell(&self, pay: &Bound<'_, PyAny>) -> PyResult<u32> {
            let seat = self.reserve()?;
            if let Err(error) = pay.call1((seat,)) {
                self.taken.fetch_sub(1, Ordering::Relaxed);
                return Err(error);
            }
            SOLD.fetch_add(1, Ordering::Relaxed);
            Ok(seat)
        }

        /// How many seats are still free.
        #[getter]
        fn seats_left(&self) -> usize {
            (self.seats - self.taken.load(Ordering::Relaxed)) as usize
        }
    }

    impl TicketOffice {
        /// Take the next seat.
        fn reserve(&self) -> PyResult<u32> {
            self.taken
                .fetch_update(Ordering::Relaxed, Ordering::Relaxed, |taken| {
                    (taken < self.seats).then_some(taken + 1)
                })
                .map(|taken| taken + 1)
                .map_err(|_| PyValueError::new_err("sold out"))
        }
    }

    /// Return how many tickets all offices have sold together.
    #[pyfunction]
    fn sold_everywhere() -> u64 {
        SOLD.load(Ordering::Relaxed)
    }
}
