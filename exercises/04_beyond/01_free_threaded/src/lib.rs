//! Tickets for numbered seats, sold to several customers at once.

use pyo3::prelude::*;

/// Sell tickets.
#[pymodule(gil_used = true)]
mod ticket_office {
    use super::*;
    use pyo3::exceptions::PyValueError;
    use std::collections::BTreeSet;

    // One customer at a time: this works. Your turn: let it work with several threads at once, and
    // without a GIL.

    /// How many tickets all offices have sold together.
    static mut SOLD: u64 = 0;

    /// Sells the seats from 1 to `seats`.
    #[pyclass]
    struct TicketOffice {
        seats: u32,
        taken: BTreeSet<u32>,
    }

    #[pymethods]
    impl TicketOffice {
        #[new]
        fn new(seats: u32) -> Self {
            Self {
                seats,
                taken: BTreeSet::new(),
            }
        }

        /// Sell the first free seat. `pay` is called with its number, and may raise.
        fn sell(&mut self, pay: &Bound<'_, PyAny>) -> PyResult<u32> {
            let seat = (1..=self.seats)
                .find(|seat| !self.taken.contains(seat))
                .ok_or_else(|| PyValueError::new_err("sold out"))?;
            pay.call1((seat,))?;
            self.taken.insert(seat);
            // SAFETY: whoever is here holds the GIL, and nobody else can be.
            unsafe { SOLD += 1 };
            Ok(seat)
        }

        /// How many seats are still free.
        #[getter]
        fn seats_left(&self) -> usize {
            self.seats as usize - self.taken.len()
        }
    }

    /// Return how many tickets all offices have sold together.
    #[pyfunction]
    fn sold_everywhere() -> u64 {
        // SAFETY: as above.
        unsafe { SOLD }
    }
}
