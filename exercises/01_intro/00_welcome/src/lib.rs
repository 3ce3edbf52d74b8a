//! The first crate of the course: plain Rust, no Python yet.

/// Return a greeting for the person called `name`.
///
/// It is not the greeting that `tests/greeting.rs` asks for. One line below is wrong.
pub fn greeting(name: &str) -> String {
    format!("Goodbye, {name}!")
}
