/** What build scripts, procedural macros and initialisers print and do. */
import { writeFileSync } from 'node:fs';

import { buildEnvironment, writeCrate } from './pyo3.mjs';

const message = text => `println!("{}", r##"${text}"##);`;

/** Statements of a procedural macro, which runs in the compiler. */
const MACROS = {
  'a message without its fields': message('{"reason":"compiler-message"}'),
  'a message with a number as level': message(
    '{"reason":"compiler-message","message":{"message":"m","level":5,"spans":[]}}'
  ),
  'a message with null as spans': message(
    '{"reason":"compiler-message","message":{"message":null,"spans":null}}'
  ),
  'a number as message': message('{"reason":"compiler-message","message":7}'),
  'an artifact that is none': message('{"reason":"compiler-artifact","filenames":"x"}'),
  'the end of a build that goes on': message('{"reason":"build-finished","success":false}'),
  'the words of our own guard': message('jupyterlab-maturin guard: ended 0'),
  'brackets nested a hundred thousand deep': 'println!("{}", "[".repeat(100_000));',
  'a line of 50 MB': 'println!("{}", "x".repeat(50_000_000));',
  'bytes that are no UTF-8':
    'std::io::Write::write_all(&mut std::io::stdout(), &[0xff, 0xfe, 10]).unwrap();',
  'a panic': 'panic!("no \\u{1b}[2J");',
  'the end of the compiler': 'std::process::exit(3);'
};

/** Statements of a build script. */
const SCRIPTS = {
  'prints 150 MiB without a newline and fails':
    'for _ in 0..150 { eprint!("{}", "A".repeat(1 << 20)); } std::process::exit(1);',
  'prints 200,000 lines and fails':
    'for i in 0..200_000 { eprintln!("line {i}"); } std::process::exit(1);',
  'prints escape sequences and fails':
    'eprintln!("\\u{1b}]52;c;eHg=\\u{7}\\u{1b}[2J\\u{202e}"); std::process::exit(1);',
  'prints 20,000 warnings': 'for i in 0..20_000 { println!("cargo:warning=number {i}"); }',
  'leaves a process of a session of its own':
    'use std::process::*; Command::new("setsid").args(["sleep", "600.125"]).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();',
  'closes its output and fails':
    'extern "C" { fn close(f: i32) -> i32; } unsafe { close(1); close(2); } std::process::exit(1);',
  aborts: 'std::process::abort();'
};

const NOISY = {
  'noisy/Cargo.toml':
    '[package]\nname = "noisy"\nversion = "0.1.0"\nedition = "2021"\n\n[lib]\nproc-macro = true\n',
  'noisy/src/lib.rs': ''
};
const NOISE =
  '#[proc_macro]\npub fn noise(_: proc_macro::TokenStream) -> proc_macro::TokenStream {\n';

export default {
  title: 'What a build prints and does',
  command: '%build_extension CRATE',
  slow: true,
  async prepare(place) {
    writeCrate(place, 'hell', {
      source: 'noisy::noise!();\n#[pyo3::pymodule]\nmod hell {}\n',
      more: 'noisy = { path = "noisy" }\n',
      files: { ...NOISY, 'build.rs': 'fn main() {}\n' }
    });
    return buildEnvironment(place);
  },
  inputs: [
    ...Object.entries(MACROS).map(([input, statement]) => ({
      input: `a procedural macro prints or does: ${input}`,
      async run({ place, kernel }) {
        const body = `${NOISE}    ${statement}\n    #[allow(unreachable_code)]\n    Default::default()\n}\n`;
        writeFileSync(place.at('hell/noisy/src/lib.rs'), body);
        writeFileSync(place.at('hell/build.rs'), 'fn main() {}\n');
        return kernel.run('%build_extension hell');
      },
      shows: /hell/
    })),
    ...Object.entries(SCRIPTS).map(([input, statements]) => ({
      input: `a build script ${input}`,
      async run({ place, kernel, shell }) {
        writeFileSync(place.at('hell/noisy/src/lib.rs'), `${NOISE}    Default::default()\n}\n`);
        writeFileSync(place.at('hell/build.rs'), `fn main() { ${statements} }\n`);
        const answer = await kernel.run('%build_extension hell');
        // This is what the script with a daemon started.
        const left = await shell('! pgrep -f "sleep 600[.]125"', place.folder);
        return left.ended === 0 ? answer : { ...answer, ended: 'what it left behind' };
      },
      shows: /hell/
    }))
  ]
};
