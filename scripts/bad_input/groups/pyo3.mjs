/** A PyO3 crate for a bad input, with PyO3 compiled already. */
import { copyFileSync } from 'node:fs';
import path from 'node:path';

import { PYTHON, ROOT } from '../../setup/places.mjs';
import { copyCompiledPyo3 } from '../../test/compiled-pyo3.mjs';

const manifest = (name, more) => `[package]
name = "${name}"
version = "0.1.0"
edition = "2021"

[lib]
crate-type = ["cdylib"]

[dependencies]
pyo3 = "0.29"
${more}`;

const ANSWER = name => `#[pyo3::pymodule]
mod ${name} {
    #[pyo3::pyfunction]
    fn answer() -> u64 {
        1
    }
}
`;

/** Writes a crate of a name into the place, and returns its folder. */
export function writeCrate(place, name, { source = ANSWER(name), more = '', files = {} } = {}) {
  place.write({ [`${name}/Cargo.toml`]: manifest(name, more), [`${name}/src/lib.rs`]: source });
  for (const [file, text] of Object.entries(files)) place.write({ [`${name}/${file}`]: text });
  copyFileSync(path.join(ROOT, 'exercises/Cargo.lock'), place.at(name, 'Cargo.lock'));
  return place.at(name);
}

/** The environment in which crates of a place are built: PyO3 is there, and nothing is downloaded. */
export async function buildEnvironment(place) {
  await copyCompiledPyo3(PYTHON, place.at('target'));
  return { CARGO_TARGET_DIR: place.at('target'), CARGO_NET_OFFLINE: 'true' };
}
