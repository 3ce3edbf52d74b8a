import { execFileSync } from 'node:child_process';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { GenerationManifest } from '@jupyterlab-maturin/protocol';
import { expect, test } from 'vitest';
import { linkedPathsOf, readCargoMessage } from '../src/build/messages/cargoMessages.js';
import { build, built, plainEnvironment } from './support/builds.js';
import { crateWithoutPyo3, scratch, write } from './support/crates.js';

/** Makes `lib<name>.so` of each pair of a directory and a name, and links them all. */
function linking(...libraries: [directory: string, name: string][]): string {
  const made = libraries.map(([directory, name]) => `("${directory}", "${name}")`).join(', ');
  return `use std::process::Command;
fn main() {
    for (directory, name) in [${made}] {
        let directory = if directory.is_empty() { std::env::var("OUT_DIR").unwrap() } else { directory.into() };
        let library = format!("{directory}/lib{name}.so");
        let compiler = Command::new("cc").args(["-shared", "-fPIC", "-o", &library, &format!("{name}.c")]).status();
        assert!(compiler.unwrap().success());
        println!("cargo:rustc-link-search=native={directory}");
        println!("cargo:rustc-link-lib=dylib={name}");
    }
}
`;
}

/** What the dynamic linker reads of a library. */
function dynamicPart(file: string): string {
  return execFileSync('readelf', ['-d', file], { encoding: 'utf8' });
}

test('a library that the build made is copied into the generation, one elsewhere is found where it is', async () => {
  const [elsewhere, target] = [await scratch(), await scratch()];
  const crate = await write({
    ...crateWithoutPyo3('t_linked'),
    'src/lib.rs': `unsafe extern "C" { fn made() -> i32; fn other() -> i32; }
#[unsafe(no_mangle)] pub extern "C" fn sum() -> i32 { unsafe { made() + other() } }`,
    'made.c': 'int made(void) { return 1; }\n',
    'other.c': 'int other(void) { return 2; }\n',
    'build.rs': linking(['', 'made'], [elsewhere, 'other'])
  });
  const environment = plainEnvironment({ CARGO_TARGET_DIR: target });
  const first = await built(crate, { environment });
  const libraries = join(first.directory, 't_linked.libs');
  const [copy, ...more] = await readdir(libraries);
  expect(copy).toMatch(/^libmade-[0-9a-f]{12}\.so$/);
  expect(more).toEqual([]);
  const part = dynamicPart(first.library);
  expect(part).toContain(`[${copy}]`);
  expect(part).toContain('[libother.so]');
  expect(part).not.toContain('[libmade.so]');
  expect(part).toContain(`$ORIGIN/../t_linked.libs`);
  expect(part).toContain(elsewhere);
  const manifest = JSON.parse(
    await readFile(join(first.directory, 'jupyterlab-maturin.json'), 'utf8')
  ) as GenerationManifest;
  expect(manifest.linkedPaths).toContain(elsewhere);

  expect(await built(crate, { environment })).toMatchObject({ changed: false });
  // Nothing of the Rust library changes by this.
  await writeFile(join(crate, 'made.c'), 'int made(void) { return 3; }\n');
  const second = await built(crate, { environment });
  expect(second.changed).toBe(true);
  expect(await readdir(join(second.directory, 't_linked.libs'))).not.toContain(copy);
});

test("a library in its own package is left as it is, because the package's Python may load it", async () => {
  const target = await scratch();
  const crate = await write({
    ...crateWithoutPyo3('t_bundled'),
    'pyproject.toml':
      '[build-system]\nrequires = ["maturin>=1,<2"]\nbuild-backend = "maturin"\n[project]\nname = "t_bundled"\nversion = "0.1.0"\n' +
      '[tool.maturin]\nmodule-name = "t_bundled._lib"\npython-source = "python"\n',
    'python/t_bundled/__init__.py': '',
    'src/lib.rs': `unsafe extern "C" { fn bundled() -> i32; }
#[unsafe(no_mangle)] pub extern "C" fn sum() -> i32 { unsafe { bundled() } }`,
    'bundled.c': 'int bundled(void) { return 1; }\n'
  });
  const place = join(crate, 'python/t_bundled');
  await mkdir(place, { recursive: true });
  await writeFile(
    join(crate, 'build.rs'),
    linking([place, 'bundled']).replace(
      'fn main() {',
      'fn main() {\n    println!("cargo:rustc-link-arg=-Wl,-rpath,$ORIGIN");'
    )
  );
  const { library, directory } = await built(crate, {
    environment: plainEnvironment({ CARGO_TARGET_DIR: target })
  });
  expect(dynamicPart(library)).toContain('[libbundled.so]');
  expect(await readdir(directory)).not.toContain('t_bundled.libs');
});

test('the search paths of a build script are read without their kind', () => {
  const message = (linked_paths: string[]): string =>
    JSON.stringify({ reason: 'build-script-executed', linked_paths });
  const paths = ['native=/a=b', '/plain', 'native=relative'];
  expect(linkedPathsOf(readCargoMessage(message(paths)))).toEqual(['/a=b', '/plain']);
  expect(linkedPathsOf(readCargoMessage('{"reason":"build-finished"}'))).toEqual([]);
});

test('what is planned tells the module, as maturin will name it, and the distribution', async () => {
  const planned = async (files: Record<string, string>): Promise<unknown> => {
    const crate = await write({ ...crateWithoutPyo3('t_named'), ...files });
    const environment = plainEnvironment({ CARGO_TARGET_DIR: join(crate, 'target') });
    const { events } = await build(crate, { environment });
    return events.find(({ kind }) => kind === 'planned');
  };
  const project = '[project]\nname = "T-Project"\nversion = "0.1.0"\n';
  expect(await planned({})).toMatchObject({ module: 't_named', distribution: 't_named' });
  expect(
    await planned({
      'pyproject.toml': `${project}[tool.maturin]\nmodule-name = "t_outer._lib"\n`
    })
  ).toMatchObject({ module: 't_outer', distribution: 'T-Project' });
  expect(
    await planned({ 'pyproject.toml': project.replace('T-Project', 't_project') })
  ).toMatchObject({ module: 't_project', distribution: 't_project' });
});
