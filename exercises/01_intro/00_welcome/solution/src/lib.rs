//! The first crate of the course: plain Rust, no Python yet.

/// Return a greeting for the person called `name`.
pub fn greeting(name: &str) -> String {
    format!("Hello, {name}!")
}
