//! Sound, as arrays of samples.

use pyo3::prelude::*;

/// Work on sound.
#[pymodule]
mod sound_samples {
    use super::*;

    // All three do the right thing, with copies of the samples. Your turn: let them work on
    // NumPy arrays of `f64`, without copying what they're given.

    /// For each sample, how loud the sound has been up to there: a new array.
    #[pyfunction]
    fn envelope(samples: Vec<f64>) -> Vec<f64> {
        let mut loudest = 0.0_f64;
        let mut levels = Vec::with_capacity(samples.len());
        for sample in samples {
            loudest = loudest.max(sample.abs());
            levels.push(loudest);
        }
        levels
    }

    /// Multiply each sample by a factor.
    #[pyfunction]
    fn amplify(mut samples: Vec<f64>, factor: f64) -> Vec<f64> {
        for sample in &mut samples {
            *sample *= factor;
        }
        samples
    }

    /// Add the samples of one sound to those of another.
    #[pyfunction]
    fn mix_into(mut target: Vec<f64>, source: Vec<f64>) -> Vec<f64> {
        for (sample, more) in target.iter_mut().zip(source) {
            *sample += more;
        }
        target
    }
}
