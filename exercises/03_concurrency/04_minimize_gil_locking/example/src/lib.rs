//! The worked example: how many rabbits will there be on each island, a number of years from now?

use pyo3::prelude::*;

#[pymodule]
mod rabbits_example {
    use super::*;
    use pyo3::types::PyList;
    use rayon::prelude::*;

    /// Return how full of rabbits an island is after some years. 0.0 is an empty island, 1.0 a crowded one.
    #[pyfunction]
    fn rabbits_after(mut rabbits: f64, years: u32) -> f64 {
        for _ in 0..years {
            rabbits = 3.7 * rabbits * (1.0 - rabbits);
        }
        rabbits
    }

    /// Look at every island, and hold the GIL from the first to the last.
    #[pyfunction]
    fn forecast_held(islands: &Bound<'_, PyList>, years: u32) -> PyResult<Vec<f64>> {
        islands
            .iter()
            .map(|island| Ok(rabbits_after(island.extract()?, years)))
            .collect()
    }

    /// Copy the numbers out of the list, compute without the GIL, copy the results in.
    #[pyfunction]
    fn forecast_copied(
        py: Python<'_>,
        islands: &Bound<'_, PyList>,
        years: u32,
    ) -> PyResult<Vec<f64>> {
        let copy: Vec<f64> = islands.extract()?;
        Ok(py.detach(|| {
            copy.iter()
                .map(|&rabbits| rabbits_after(rabbits, years))
                .collect()
        }))
    }

    /// Leave the numbers in the list, and attach for a moment to fetch each of them.
    #[pyfunction]
    fn forecast_visiting(
        py: Python<'_>,
        islands: Bound<'_, PyList>,
        years: u32,
    ) -> PyResult<Vec<f64>> {
        let count = islands.len();
        let islands: Py<PyList> = islands.unbind();
        py.detach(|| {
            (0..count)
                .map(|index| {
                    let rabbits: f64 =
                        Python::attach(|py| islands.bind(py).get_item(index)?.extract())?;
                    Ok(rabbits_after(rabbits, years))
                })
                .collect()
        })
    }

    /// Copy out, compute on all cores without the GIL, copy in.
    #[pyfunction]
    fn forecast_on_all_cores(
        py: Python<'_>,
        islands: &Bound<'_, PyList>,
        years: u32,
    ) -> PyResult<Vec<f64>> {
        let copy: Vec<f64> = islands.extract()?;
        Ok(py.detach(|| {
            copy.par_iter()
                .map(|&rabbits| rabbits_after(rabbits, years))
                .collect()
        }))
    }
}
