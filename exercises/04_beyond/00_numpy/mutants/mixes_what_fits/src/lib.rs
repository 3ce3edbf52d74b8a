//! Sound, as arrays of samples.

use pyo3::prelude::*;

/// Work on sound.
#[pymodule]
mod sound_samples {
    use super::*;
    use numpy::{IntoPyArray, PyArray1, PyArrayMethods, PyReadonlyArray1};

    /// For each sample, how loud the sound has been up to there: a new array.
    #[pyfunction]
    fn envelope<'py>(samples: PyReadonlyArray1<'py, f64>) -> Bound<'py, PyArray1<f64>> {
        let mut loudest = 0.0_f64;
        let mut levels = Vec::with_capacity(samples.as_array().len());
        for sample in samples.as_array() {
            loudest = loudest.max(sample.abs());
            levels.push(loudest);
        }
        levels.into_pyarray(samples.py())
    }

    /// Multiply each sample by a factor, in the array itself.
    #[pyfunction]
    fn amplify(samples: &Bound<'_, PyArray1<f64>>, factor: f64) -> PyResult<()> {
        let mut samples = samples.try_readwrite()?;
        for sample in samples.as_array_mut() {
            *sample *= factor;
        }
        Ok(())
    }

    /// Add the samples of one sound to those of another, in the other's array.
    #[pyfunction]
    fn mix_into(
        target: &Bound<'_, PyArray1<f64>>,
        source: &Bound<'_, PyArray1<f64>>,
    ) -> PyResult<()> {
        let mut target = target.try_readwrite()?;
        let source = source.try_readonly()?;
        let (mut target, source) = (target.as_array_mut(), source.as_array());
        for (sample, more) in target.iter_mut().zip(source) {
            *sample += more;
        }
        Ok(())
    }
}
