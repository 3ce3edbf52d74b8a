//! The first crate of the course: plain Rust, no Python yet.

/// Return a greeting for Ferris, whoever comes in.
pub fn greeting(_name: &str) -> String {
    "Hello, Ferris!".to_string()
}
