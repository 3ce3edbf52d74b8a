use pyo3::prelude::*;

/// A first extension module.
#[pymodule]
mod first_contact {
    use super::*;

    /// Tell Python that Rust is there.
    #[pyfunction]
    fn it_works() -> bool {
        todo!("answer Python with true")
    }
}
