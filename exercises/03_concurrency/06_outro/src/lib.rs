//! A map of a website: all pages that can be reached from one of them.

use pyo3::prelude::*;
use pyo3::types::PySet;

#[pymodule]
mod site_mapper {
    use super::*;
    use pyo3::exceptions::PyNotImplementedError;

    /// Say here what site_map adds to the set and what it raises: help(site_map) will show it.
    #[pyfunction]
    #[pyo3(signature = (start, found, threads=8, timeout=10.0))]
    fn site_map(
        start: &str,
        found: &Bound<'_, PySet>,
        threads: usize,
        timeout: f64,
    ) -> PyResult<()> {
        // TODO: yours from here on. The types of the parameters may change, too.
        let _ = (found, threads, timeout);
        Err(PyNotImplementedError::new_err(format!(
            "site_map doesn't fetch {start} yet"
        )))
    }
}
