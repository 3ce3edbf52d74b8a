//! Morse code, ready to be published.

use pyo3::prelude::*;

/// Write and read Morse code.
#[pymodule]
mod morse_signals {
    use super::*;
    use pyo3::exceptions::PyValueError;

    #[pymodule_export]
    #[expect(non_upper_case_globals, reason = "Python knows it by this name")]
    const __version__: &str = env!("CARGO_PKG_VERSION");

    /// Write letters and digits in Morse code, with `gap` between them.
    #[pyfunction]
    #[pyo3(signature = (text, *, gap = " "))]
    fn encode(text: &str, gap: &str) -> PyResult<String> {
        let signals: Option<Vec<&str>> = text.chars().map(signal).collect();
        signals
            .map(|signals| signals.join(gap))
            .ok_or_else(|| PyValueError::new_err(format!("not only letters and digits: {text}")))
    }

    /// Read Morse code that has a space between its letters.
    #[pyfunction]
    fn decode(signals: &str) -> PyResult<String> {
        signals
            .split_whitespace()
            .map(|signal| {
                letter(signal)
                    .ok_or_else(|| PyValueError::new_err(format!("no letter sounds like {signal}")))
            })
            .collect()
    }
}

const LETTERS: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

const SIGNALS: [&str; 36] = [
    ".-", "-...", "-.-.", "-..", ".", "..-.", "--.", "....", "..", ".---", "-.-", ".-..", "--",
    "-.", "---", ".--.", "--.-", ".-.", "...", "-", "..-", "...-", ".--", "-..-", "-.--", "--..",
    "-----", ".----", "..---", "...--", "....-", ".....", "-....", "--...", "---..", "----.",
];

/// The signal for a letter or a digit.
fn signal(letter: char) -> Option<&'static str> {
    let place = LETTERS.find(letter.to_ascii_uppercase())?;
    Some(SIGNALS[place])
}

/// The letter or digit for a signal.
fn letter(signal: &str) -> Option<char> {
    let place = SIGNALS.iter().position(|&known| known == signal)?;
    LETTERS.chars().nth(place)
}
