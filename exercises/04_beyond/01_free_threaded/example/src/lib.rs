//! Counting visits, in ways that need the GIL and in ways that don't.

use pyo3::prelude::*;

/// Count visits. This module needs the GIL, and says so.
#[pymodule(gil_used = true)]
mod visits_example {
    use super::*;
    use std::sync::atomic::{AtomicU32, Ordering};

    /// A counter that any number of threads may share.
    #[pyclass(frozen)]
    #[derive(Default)]
    struct Visits {
        count: AtomicU32,
    }

    #[pymethods]
    impl Visits {
        #[new]
        fn new() -> Self {
            Self::default()
        }

        /// Count one more visitor, and greet them.
        fn add(&self, greet: &Bound<'_, PyAny>) -> PyResult<()> {
            let seen = self.count.load(Ordering::Relaxed);
            greet.call0()?;
            self.count.store(seen + 1, Ordering::Relaxed);
            Ok(())
        }

        /// Count one more visitor in one step, and greet them.
        fn add_in_one_step(&self, greet: &Bound<'_, PyAny>) -> PyResult<()> {
            self.count.fetch_add(1, Ordering::Relaxed);
            greet.call0()?;
            Ok(())
        }

        /// How many visitors there have been.
        #[getter]
        fn count(&self) -> u32 {
            self.count.load(Ordering::Relaxed)
        }
    }

    /// A counter without atomics.
    #[pyclass]
    #[derive(Default)]
    struct Door {
        #[pyo3(get)]
        count: u32,
    }

    #[pymethods]
    impl Door {
        #[new]
        fn new() -> Self {
            Self::default()
        }

        /// Count one more visitor, and greet them.
        fn add(&mut self, greet: &Bound<'_, PyAny>) -> PyResult<()> {
            self.count += 1;
            greet.call0()?;
            Ok(())
        }
    }

    static mut HITS: u32 = 0;
    static ATOMIC_HITS: AtomicU32 = AtomicU32::new(0);

    /// Count a hit, and rely on the GIL.
    #[pyfunction]
    fn hit() -> u32 {
        // SAFETY: only Python calls this, so whoever is here holds the GIL, and nobody else can be.
        unsafe {
            HITS += 1;
            HITS
        }
    }

    /// Count a hit, and rely on nobody.
    #[pyfunction]
    fn atomic_hit() -> u32 {
        ATOMIC_HITS.fetch_add(1, Ordering::Relaxed) + 1
    }
}
