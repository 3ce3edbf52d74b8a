/** The Cargo.toml of a small crate that a test writes beside its notebook. */
export const manifest = (name: string): string => `[package]
name = "${name}"
version = "0.1.0"
edition = "2024"
[lib]
crate-type = ["cdylib"]
[dependencies]
pyo3 = "0.29"
[workspace]
`;
