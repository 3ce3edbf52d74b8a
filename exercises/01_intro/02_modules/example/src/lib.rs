//! The worked example: a module with a constant, a renamed function and a module inside.

use pyo3::prelude::*;

/// Orbits around the sun.
///
/// Distances are in astronomical units: the Earth is at 1.
#[pymodule]
mod orbit_example {
    use super::*;

    #[pymodule_export]
    const AU_IN_KM: u64 = 149_597_871;

    /// Return the length of a year at this distance from the sun, in Earth years.
    #[pyfunction]
    #[pyo3(name = "year")]
    fn year_by_keplers_third_law(distance: f64) -> f64 {
        distance.powf(1.5)
    }

    /// Orbits around the Earth.
    #[pymodule]
    mod moon {
        use super::*;

        #[pymodule_export]
        const DISTANCE_IN_KM: u64 = 384_400;

        /// Return the moon's distance, in astronomical units.
        #[pyfunction]
        fn distance() -> f64 {
            DISTANCE_IN_KM as f64 / AU_IN_KM as f64
        }
    }
}
