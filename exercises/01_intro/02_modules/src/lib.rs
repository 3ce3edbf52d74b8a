use pyo3::prelude::*;

/// High and low water, from one known tide.
#[pymodule]
mod tides {
    use super::*;

    /// Return the minutes until the next high water.
    #[pyfunction]
    fn minutes_to_high_water(minutes_since_last: u32) -> u32 {
        const BETWEEN_HIGH_WATERS: u32 = 745;
        BETWEEN_HIGH_WATERS - minutes_since_last % BETWEEN_HIGH_WATERS
    }
}
