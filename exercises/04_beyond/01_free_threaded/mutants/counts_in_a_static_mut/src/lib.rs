//! Tickets for numbered seats, sold to several customers at once.

use pyo3::prelude::*;

/// Sell tickets.
#[pymodule(gil_used = false)]
mod ticket_office {
    use super::*;
    use pyo3::exceptions::PyValueError;
    use std::collections::BTreeSet;
    use std::sync::{Mutex, MutexGuard};

    /// How many tickets all offices have sold together.
    static mut SOLD: u64 = 0;

    /// Sells the seats from 1 to `seats`.
    #[pyclass(frozen)]
    struct TicketOffice {
        seats: u32,
        taken: Mutex<BTreeSet<u32>>,
    }

    #[pymethods]
    impl TicketOffice {
        #[new]
        fn new(seats: u32) -> Self {
            Self {
                seats,
                taken: Mutex::new(BTreeSet::new()),
            }
        }

        /// Sell the first free seat. `pay` is called with its number, and may raise.
        fn sell(&self, pay: &Bound<'_, PyAny>) -> PyResult<u32> {
            let seat = self.reserve()?;
            if let Err(error) = pay.call1((seat,)) {
                self.taken().remove(&seat);
                return Err(error);
            }
            // SAFETY: whoever is here holds the GIL, and nobody else can be.
            unsafe { SOLD += 1 };
            Ok(seat)
        }

        /// How many seats are still free.
        #[getter]
        fn seats_left(&self) -> usize {
            self.seats as usize - self.taken().len()
        }
    }

    impl TicketOffice {
        /// Find the first free seat and take it. Nobody gets in between: the lock is held for both.
        fn reserve(&self) -> PyResult<u32> {
            let mut taken = self.taken();
            let seat = (1..=self.seats)
                .find(|seat| !taken.contains(seat))
                .ok_or_else(|| PyValueError::new_err("sold out"))?;
            taken.insert(seat);
            Ok(seat)
        }

        /// Lock the set of taken seats. Don't call into Python while you hold on to it.
        fn taken(&self) -> MutexGuard<'_, BTreeSet<u32>> {
            self.taken.lock().expect("no thread panics with the lock")
        }
    }

    /// Return how many tickets all offices have sold together.
    #[pyfunction]
    fn sold_everywhere() -> u64 {
        // SAFETY: as above.
        unsafe { SOLD }
    }
}
