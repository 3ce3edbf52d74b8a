//! Colours, and the many ways to get one.

use pyo3::prelude::*;

/// Colours that show themselves.
#[pymodule]
mod color_example {
    use super::*;
    use pyo3::exceptions::PyValueError;
    use pyo3::types::PyType;

    /// A colour: how much red, green and blue, each from 0 to 255.
    #[pyclass(subclass)]
    struct Color {
        rgb: (u8, u8, u8),
    }

    /// Read a text such as "#ff8800".
    fn parse_hex(text: &str) -> Option<(u8, u8, u8)> {
        let digits = text.strip_prefix('#')?;
        if digits.len() != 6 || !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return None;
        }
        let pair = |at: usize| u8::from_str_radix(&digits[at..at + 2], 16).ok();
        Some((pair(0)?, pair(2)?, pair(4)?))
    }

    /// The same as `parse_hex`, with an error that Python understands.
    fn parse(text: &str) -> PyResult<(u8, u8, u8)> {
        parse_hex(text).ok_or_else(|| {
            PyValueError::new_err(format!("{text:?} isn't a colour such as \"#ff8800\""))
        })
    }

    #[pymethods]
    impl Color {
        #[new]
        fn new(red: u8, green: u8, blue: u8) -> Self {
            Color {
                rgb: (red, green, blue),
            }
        }

        /// The colour of a pumpkin.
        #[staticmethod]
        fn pumpkin() -> Self {
            Color::new(245, 130, 32)
        }

        /// Make a colour from a text such as "#ff8800". Whatever the class, it's a Color.
        #[staticmethod]
        fn static_from_hex(text: &str) -> PyResult<Self> {
            let (red, green, blue) = parse(text)?;
            Ok(Color::new(red, green, blue))
        }

        /// Make a colour from a text such as "#ff8800", by calling the class.
        #[classmethod]
        fn from_hex<'py>(cls: &Bound<'py, PyType>, text: &str) -> PyResult<Bound<'py, PyAny>> {
            let (red, green, blue) = parse(text)?;
            cls.call1((red, green, blue))
        }

        /// How many colours there are.
        #[classattr]
        const HOW_MANY: u32 = 256 * 256 * 256;

        /// No light at all.
        #[classattr]
        #[pyo3(name = "BLACK")]
        fn black() -> Self {
            Color::new(0, 0, 0)
        }

        fn __repr__(&self) -> String {
            let (red, green, blue) = self.rgb;
            format!("#{red:02x}{green:02x}{blue:02x}")
        }

        /// What a notebook shows: a box in this colour, with its name beside it.
        fn _repr_html_(&self) -> String {
            let code = self.__repr__();
            let style = "display:inline-block;width:4em;height:1.5em;vertical-align:middle";
            format!("<span style=\"{style};background:{code}\"></span> <code>{code}</code>")
        }
    }

    /// What a painter mixes colours on.
    #[cfg(feature = "refused")]
    #[pyclass]
    struct Palette {}

    // This does not compile, on purpose: there's no `self`, and nothing says what that means.
    #[cfg(feature = "refused")]
    #[pymethods]
    impl Palette {
        fn primary_colors() -> usize {
            3
        }
    }
}
