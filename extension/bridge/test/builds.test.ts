import { existsSync } from 'node:fs';
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { GenerationManifest, RecordedPlan } from '@jupyterlab-maturin/protocol';
import { expect, test } from 'vitest';
import { asBuilt, build, built, evaluated, failed, plainEnvironment } from './support/builds.js';
import {
  answering,
  crateWithoutPyo3,
  manifest,
  pureCrate,
  write,
  writePyo3Crate
} from './support/crates.js';
import { TARGET } from './support/places.js';

test('a pure crate becomes a generation; the same source gives it again, an edit the next', async () => {
  const crate = await writePyo3Crate(pureCrate('t_pure', '1'));
  const first = await built(crate);
  expect(evaluated(first, 't_pure.answer()')).toBe('1');

  const again = await built(crate);
  expect(again).toMatchObject({
    changed: false,
    generation: first.generation,
    directory: first.directory
  });

  await writeFile(join(crate, 'src/lib.rs'), answering('t_pure', '2'));
  const second = await built(crate);
  expect(second).toMatchObject({
    changed: true,
    generation: first.generation + 1
  });
  expect([evaluated(first, 't_pure.answer()'), evaluated(second, 't_pure.answer()')]).toEqual([
    '1',
    '2'
  ]);

  const forced = await built(crate, { force: true });
  expect(forced).toMatchObject({
    changed: true,
    generation: second.generation + 1
  });
});

test('a generation whose manifest is broken is not taken for the same build', async () => {
  const crate = await writePyo3Crate(pureCrate('t_broken', '1'));
  const { directory, generation } = await built(crate);
  const record = join(directory, 'jupyterlab-maturin.json');
  const manifestOfIt = JSON.parse(await readFile(record, 'utf8')) as GenerationManifest;
  await writeFile(record, JSON.stringify({ ...manifestOfIt, features: null }));
  expect(await built(crate)).toMatchObject({ changed: true, generation: generation + 1 });
});

test('two copies of one crate that share a target directory each get their own code', async () => {
  // The second copy is written before the first is built. cargo compares times, so it takes the second for one that is built already.
  const [one, other] = [
    await writePyo3Crate(pureCrate('t_copies', '1')),
    await writePyo3Crate(pureCrate('t_copies', '2'))
  ];
  expect(one).not.toBe(other);
  // That of another package, whose name begins in the same way.
  const similar = join(TARGET, 'release/.fingerprint/t_copies-more-0123456789abcdef');
  await mkdir(similar, { recursive: true });
  for (const [crate, answer] of [
    [one, '1'],
    [other, '2'],
    [one, '1']
  ] as const) {
    expect(evaluated(await built(crate), 't_copies.answer()')).toBe(answer);
    expect(existsSync(similar)).toBe(true);
  }
});

test('events come in order with the outcome last, and the log has neither colours nor progress bars', async () => {
  const crate = await writePyo3Crate(pureCrate('t_events', '1'));
  const { outcome, events } = await build(crate);
  const kinds = events.map(event => event.kind);
  expect(kinds[0]).toBe('planned');
  expect(kinds).toContain('building');
  expect(events.at(-1)).toEqual({ kind: 'finished', outcome });
  const log = events.map(event => (event.kind === 'log' ? event.text : '')).join('');
  expect(log).toContain('Compiling t_events');
  expect(log).not.toMatch(/\x1b|Building \[/); // eslint-disable-line no-control-regex -- that is what is looked for
  expect(asBuilt(outcome).timings.map(({ step }) => step)).toEqual([
    'plan',
    'lock',
    'maturin',
    'unpack'
  ]);
});

test('the progress of a build from nothing ends with all crates, and only when it has succeeded', async () => {
  const crate = await write({ ...crateWithoutPyo3('t_cold'), 'src/lib.rs': 'wrong' });
  const environment = plainEnvironment({ CARGO_TARGET_DIR: join(crate, 'target') });
  const counted = async () => {
    const { events } = await build(crate, { environment });
    return events.flatMap(event =>
      event.kind === 'progress' ? [`${event.done}/${event.total}`] : []
    );
  };
  expect((await counted()).at(-1)).toBe('2/3');
  await writeFile(join(crate, 'src/lib.rs'), '');
  expect((await counted()).at(-1)).toBe('3/3');
  expect(await counted(), 'when nothing is compiled').toEqual([]);
});

test("a mixed crate is laid out as its wheel is: Python's half round the native submodule", async () => {
  const crate = await writePyo3Crate({
    'Cargo.toml': manifest('t-mixed'),
    'pyproject.toml':
      '[build-system]\nrequires = ["maturin>=1,<2"]\nbuild-backend = "maturin"\n' +
      '[project]\nname = "t-mixed"\nversion = "0.1.0"\n' +
      '[tool.maturin]\npython-source = "python"\nmodule-name = "t_mixed._native"\n',
    'python/t_mixed/__init__.py':
      'from ._native import answer\ndef twice():\n    return 2 * answer()\n',
    'src/lib.rs': answering('_native', '21')
  });
  const mixed = await built(crate);
  expect(mixed.module).toBe('t_mixed');
  expect(mixed.library).toMatch(/t_mixed\/_native\..*\.so$/);
  expect(evaluated(mixed, 't_mixed.twice()')).toBe('42');
  expect(evaluated(mixed, '__import__("importlib.metadata").metadata.version("t-mixed")')).toBe(
    '0.1.0'
  );
  await writeFile(
    join(crate, 'python/t_mixed/__init__.py'),
    'from ._native import answer\ndef twice():\n    return -1\n'
  );
  expect(await built(crate)).toMatchObject({ changed: true });
});

test('a workspace member with a path dependency follows an edit of the dependency', async () => {
  const root = await writePyo3Crate({
    'Cargo.toml': '[workspace]\nresolver = "3"\nmembers = ["member", "core"]\n',
    'member/Cargo.toml': manifest(
      't_member',
      '[dependencies]\npyo3 = "0.29"\nt_core = { path = "../core" }\n'
    ),
    'member/src/lib.rs': answering('t_member', 't_core::answer()'),
    'core/Cargo.toml': '[package]\nname = "t_core"\nversion = "0.1.0"\nedition = "2024"\n',
    'core/src/lib.rs': 'pub fn answer() -> u64 { 5 }\n'
  });
  const { outcome, events } = await build(join(root, 'member'));
  expect(events[0]).toMatchObject({ kind: 'planned', root, crate: 't_member' });
  expect(evaluated(asBuilt(outcome), 't_member.answer()')).toBe('5');
  await writeFile(join(root, 'core/src/lib.rs'), 'pub fn answer() -> u64 { let unused = 1; 6 }\n');
  const edited = await build(join(root, 'member'));
  expect(evaluated(asBuilt(edited.outcome), 't_member.answer()')).toBe('6');
  const [warning] = edited.events.flatMap(event =>
    event.kind === 'diagnostic' ? [event.diagnostic] : []
  );
  expect(warning?.spans[0]?.file_name).toBe('core/src/lib.rs');
});

// PyO3 is compiled once more for it.
test(
  'an abi3 crate with features of its own builds with and without them',
  { tags: 'slow' },
  async () => {
    const crate = await writePyo3Crate({
      'Cargo.toml': manifest(
        't_abi3',
        '[dependencies]\npyo3 = { version = "0.29", features = ["abi3-py311"] }\n[features]\ndefault = ["loud"]\nloud = []\nquiet = []\n'
      ),
      'src/lib.rs': answering(
        't_abi3',
        'if cfg!(feature = "loud") { 1 } else if cfg!(feature = "quiet") { 2 } else { 3 }'
      )
    });
    const loud = await built(crate);
    expect(loud.library).toMatch(/\.abi3\.so$/);
    expect(evaluated(loud, 't_abi3.answer()')).toBe('1');
    const quiet = await built(crate, {
      features: ['quiet'],
      defaultFeatures: false
    });
    expect(quiet.features).toEqual(['quiet']);
    expect(evaluated(quiet, 't_abi3.answer()')).toBe('2');
    expect((await failed(crate, { features: ['lowd'] })).message).toMatch(
      /t_abi3 has no feature `lowd`: .* defines `loud`, `quiet`\. Did you mean `loud`\?/
    );
  }
);

test("compile errors come as diagnostics, in rustc's words, and come again when nothing changed", async () => {
  const crate = await write({
    'Cargo.toml': manifest('t_wrong', ''),
    'src/lib.rs': 'pub fn f() -> u64 {\n    let x: String = 1;\n    m\n}\n'
  });
  for (const round of [1, 2]) {
    const { outcome, events } = await build(crate);
    const diagnostics = events.flatMap(event =>
      event.kind === 'diagnostic' ? [event.diagnostic] : []
    );
    expect(
      diagnostics.map(({ code }) => code?.code),
      `round ${round}`
    ).toEqual(['E0425', 'E0308']);
    expect(diagnostics[0]).toMatchObject({
      level: 'error',
      rendered: expect.stringContaining('\x1b[') as string
    });
    expect(diagnostics[0]?.code?.explanation).toBeTruthy();
    expect(outcome).toMatchObject({
      status: 'failed',
      error: {
        kind: 'build',
        message: expect.stringMatching(
          /^t_wrong does not compile: 2 errors, the first in src\/lib.rs:3:5/
        ) as string
      },
      counts: { errors: 2, warnings: 0, omitted: 0 }
    });
  }
});

test('a path with spaces, quotes and letters of other alphabets builds', async () => {
  const outer = await write({});
  const crate = join(outer, "l'été à Paris", 'クレート');
  await writePyo3Crate(pureCrate('t_spaces', '7'), crate);
  expect(evaluated(await built(crate), 't_spaces.answer()')).toBe('7');
});

test("maturin's cargo call is recorded with what maturin changed, and without the user's variables", async () => {
  const crate = await writePyo3Crate(pureCrate('t_record', '1'));
  const { directory } = await built(crate, {
    environment: plainEnvironment({ T_SECRET: 'sesame', PYO3_ENVIRONMENT_SIGNATURE: "a'b\nc=d" })
  });
  const file = join(directory, '..', 'plan.json');
  const text = await readFile(file, 'utf8');
  const { call } = JSON.parse(text) as RecordedPlan;
  expect(call.arguments.slice(0, 1)).toEqual(['rustc']);
  expect(call.arguments).toContain('json-diagnostic-rendered-ansi');
  expect(call.directory).toBe(crate);
  expect(call.set).toHaveProperty('PYO3_PYTHON');
  expect(call.set['PYO3_ENVIRONMENT_SIGNATURE']).not.toBe("a'b\nc=d");
  for (const name of ['T_SECRET', 'PATH', 'HOME', 'CARGO']) {
    expect(call.set).not.toHaveProperty(name);
  }
  expect(call.unset).toEqual([]);
  expect(text).not.toContain('sesame');
  expect((await stat(file)).mode & 0o777).toBe(0o600);
});
