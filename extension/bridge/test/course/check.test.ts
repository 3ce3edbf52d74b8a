import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { checkClocks } from '../../src/course/check/rules/clocks.js';
import { describePython } from '../../src/course/check/python.js';
import { judgeFailure, judgeSolution } from '../../src/course/check/runs/judge.js';
import { checkLayout, checkStrays } from '../../src/course/check/rules/layout.js';
import { checkModuleNames } from '../../src/course/check/rules/moduleNames.js';
import { checkExerciseNotebook } from '../../src/course/check/rules/notebookFile.js';
import { judgeOnStub } from '../../src/course/check/runs/notebook.js';
import { claimFolder } from '../../src/course/check/runs/claimFolder.js';
import { ScratchCourse } from '../../src/course/check/runs/scratchCourse.js';
import { readCourse } from '../../src/course/exercises/course.js';
import type { AttemptOutcome } from '../../src/course/verify/attempt.js';
import { readFile } from 'node:fs/promises';
import { scratch, write, type Files } from '../support/crates.js';
import { PYTHON } from '../support/places.js';
import { CARGO, exercise, exerciseToml, PY, TINY } from './support/tinyCourse.js';

const checkout = async (more: Files = {}) => readCourse(await write({ ...TINY, ...more }));
const texts = (problems: { text: string }[]) => problems.map(({ text }) => text).join('\n');

const cell = (id: string, type: string, source: string, tags: string[] = []) => ({
  id,
  cell_type: type,
  source,
  metadata: { tags },
  ...(type === 'code' ? { outputs: [], execution_count: null } : {})
});

const GOOD = [
  cell('load', 'code', '%load_ext jupyterlab_maturin'),
  cell(
    'text',
    'markdown',
    'See [the tests](../../exercises/01_first/01_python/tests/test_doubling.py).'
  ),
  cell('verify', 'code', `%verify ${PY}`, ['verify'])
];

/** What JupyterLab writes when a kernel of Python 3.13.0 starts. */
const METADATA = {
  kernelspec: { display_name: 'Python 3 (ipykernel)', language: 'python', name: 'python3' },
  language_info: {
    codemirror_mode: { name: 'ipython', version: 3 },
    file_extension: '.py',
    mimetype: 'text/x-python',
    name: 'python',
    nbconvert_exporter: 'python',
    pygments_lexer: 'ipython3',
    version: '3.13.0'
  }
};

async function notebookProblems(cells: object[], more: object = {}): Promise<string> {
  const notebook = {
    nbformat: 4,
    nbformat_minor: 5,
    metadata: METADATA,
    cells,
    ...more
  };
  const course = await checkout({ [`notebooks/${PY}.ipynb`]: JSON.stringify(notebook) });
  return texts(checkExerciseNotebook(course.root, exercise(course, PY)));
}

describe('a notebook as a file', () => {
  test('is fine when it has everything', async () => {
    expect(await notebookProblems(GOOD)).toBe('');
  });

  test.each([
    ['outputs', { ...cell('x', 'code', '1'), outputs: [{}] }, 'has outputs'],
    [
      'an execution count',
      { ...cell('x', 'code', '1'), execution_count: 3 },
      'has an execution count'
    ],
    ['a cell without an id', { ...cell('', 'code', '1') }, 'has no id'],
    ['an id twice', cell('load', 'code', '1'), 'has the id of another cell'],
    [
      'a picture without alt text',
      cell('x', 'markdown', '![](../../exercises/Cargo.toml)'),
      'has no alt text'
    ],
    [
      'an img without alt text',
      cell('x', 'markdown', '<img src="https://x/y.png">'),
      'has no alt text'
    ],
    [
      'a link that leads nowhere',
      cell('x', 'markdown', '[next](02_nowhere.ipynb)'),
      'leads nowhere'
    ],
    [
      'a link out of the course',
      cell('x', 'markdown', '[readme](../../README.md)'),
      'leaves the course'
    ],
    [
      'a link that is not https',
      cell('x', 'markdown', '[x](http://example.org)'),
      'neither https nor inside'
    ]
  ])('is refused with %s', async (_, odd, why) => {
    expect(await notebookProblems([...GOOD, odd])).toContain(why);
  });

  test('is refused when its verify cell verifies something else', async () => {
    const other = cell('verify', 'code', '%verify 01_intro/00_welcome', ['verify']);
    expect(await notebookProblems([...GOOD.slice(0, 2), other])).toContain(
      `does not say \`%verify ${PY}\``
    );
  });

  test('is refused when the tag it stops at is missing', async () => {
    expect(await notebookProblems(GOOD.slice(0, 2))).toContain('0 code cells are tagged verify');
  });

  test.each([
    ['kernelspec', 'another name for the kernel', { name: 'python3', display_name: 'Python 3' }],
    ['kernelspec', 'nothing', undefined],
    ['language_info', 'only a name', { name: 'python' }],
    ['language_info', 'nothing', undefined],
    ['language_info', 'another kernel’s lexer', { ...METADATA.language_info, pygments_lexer: 'x' }]
  ])('is refused when opening it would change its %s: %s', async (key, _, value) => {
    expect(await notebookProblems(GOOD, { metadata: { ...METADATA, [key]: value } })).toBe(
      `has a metadata.${key} that JupyterLab replaces when it opens the notebook, which marks it as changed: save it once in JupyterLab.`
    );
  });

  test('may come from any version of Python', async () => {
    const language_info = { ...METADATA.language_info, version: '3.11.2' };
    expect(await notebookProblems(GOOD, { metadata: { ...METADATA, language_info } })).toBe('');
  });

  test('may show links and pictures in code without having them', async () => {
    const shown = cell('x', 'markdown', '```\n![](nowhere.png)\n```\nand `[a](b.md)`');
    expect(await notebookProblems([...GOOD, shown])).toBe('');
  });
});

describe("an exercise's files", () => {
  test('are complete in the tiny course, but for two notebooks', async () => {
    const course = await checkout({
      [`exercises/${PY}/exercise.toml`]: `${TINY[`exercises/${PY}/exercise.toml`]}[mutants.adds_two]\nthought = "x"\nkilled_by = [{ test = "test_doubles", because = "8" }]\n`
    });
    expect(texts(checkLayout(exercise(course, PY)))).toBe('');
  });

  test('are compared with the manifest', async () => {
    const course = await checkout();
    expect(texts(checkLayout(exercise(course, PY)))).toBe(
      'mutants/adds_two/ is not named in exercise.toml.'
    );
    expect(texts(checkLayout(exercise(course, CARGO)))).toContain(
      'the notebook notebooks/01_first/00_cargo.ipynb is missing'
    );
  });

  test('without a manifest, or a notebook without an exercise, are strays', async () => {
    const course = await checkout({
      'exercises/01_first/09_lost/src/lib.rs': '',
      'notebooks/01_first/08_alone.ipynb': '{}'
    });
    expect(checkStrays(course).map(({ where }) => where)).toEqual([
      '01_first/09_lost',
      'notebooks/01_first/08_alone.ipynb'
    ]);
  });
});

test.each([
  ['statistics', 'is one of the standard library'],
  ['numpy', 'a package many people use'],
  ['pytest_reportlog', 'an installed package'],
  ['tiny_extension', 'is also that of'],
  ['Doubling', 'is not in snake_case']
])('a module called %s is refused: it %s', async (module, why) => {
  const course = await checkout({
    [`exercises/${PY}/exercise.toml`]: exerciseToml({ kind: 'python', module })
  });
  expect(texts(checkModuleNames(course, await describePython(PYTHON)))).toContain(why);
});

test.each([
  ['import time\ntime.sleep(1)', 'time.sleep'],
  ['from time import perf_counter', 'from time import'],
  ['assert timeit.timeit(f) < 1', 'timeit'],
  ['today = datetime.now()', 'datetime.now(']
])('a test with a clock is refused: %j', async (text, what) => {
  const course = await checkout({ [`exercises/${PY}/tests/test_doubling.py`]: text });
  expect(texts(checkClocks(exercise(course, PY)))).toContain(`uses ${what}`);
});

test('a limit on waiting is no clock', async () => {
  const course = await checkout({
    [`exercises/${PY}/tests/test_doubling.py`]: 'process.wait(timeout=20)  # not time.sleep()\n'
  });
  expect(checkClocks(exercise(course, PY))).toEqual([]);
});

describe('a stub or a mutant', () => {
  const end = (
    results: [string, string | null][],
    more: Partial<AttemptOutcome> = {}
  ): AttemptOutcome => ({
    reason: 'tests',
    message: 'fails',
    diagnostics: [],
    buildSeconds: 0,
    results: results.map(([name, message]) => ({
      name,
      file: 'tests/test_a.py',
      line: 1,
      outcome: message === null ? 'passed' : 'failed',
      seconds: 0,
      message,
      details: null,
      output: null
    })),
    ...more
  });
  const fails = [{ test: 'test_a', because: 'words' }];

  test('is killed by the test named, for the reason named; others are listed', () => {
    expect(
      judgeFailure(
        { fails },
        end([
          ['test_a', 'the words'],
          ['test_b', 'x']
        ])
      )
    ).toEqual({
      problems: [],
      others: ['test_b']
    });
  });

  test('is killed by any case of a parametrised test', () => {
    expect(
      judgeFailure(
        { fails },
        end([
          ['test_a[1]', null],
          ['test_a[2]', 'words']
        ])
      ).problems
    ).toEqual([]);
  });

  test.each([
    ['survives', end([['test_a', null]], { reason: null }), 'test_a passes, and should fail.'],
    [
      'dies of something else',
      end([['test_a', 'noise']]),
      'not because of "words"; it says "noise"'
    ],
    ['never meets its test', end([['test_b', 'x']]), 'test_a did not run: the tests were test_b.'],
    ['does not compile', end([], { reason: 'build', message: 'no' }), 'does not compile']
  ])('that %s is a problem', (_, ended, why) => {
    expect(judgeFailure({ fails }, ended).problems.join()).toContain(why);
  });

  test('that should not compile must fail with the code named', () => {
    const expected = { compile_error: 'E0277' };
    const wrong = end([], {
      reason: 'build',
      diagnostics: [
        {
          level: 'error',
          message: 'm',
          code: { code: 'E0308', explanation: null },
          spans: [],
          children: [],
          rendered: null
        }
      ]
    });
    expect(judgeFailure(expected, wrong).problems).toEqual([
      'should fail to compile with E0277, and fails with E0308.'
    ]);
    expect(judgeFailure(expected, end([], { reason: null })).problems.join()).toContain(
      'compiles, and should not'
    );
  });

  test('and a solution with a warning is none', () => {
    const warned = end([['test_a', null]], {
      reason: null,
      diagnostics: [
        {
          level: 'warning',
          message: 'unused variable',
          code: { code: 'unused_variables', explanation: null },
          spans: [],
          children: [],
          rendered: null
        }
      ]
    });
    expect(judgeSolution(warned)).toEqual(['warning: unused variable.']);
  });
});

test('a notebook that stops for another reason than its exercise is refused', () => {
  const stop = { cell: 3, id: 'verify', tags: ['verify'], name: 'BridgeError', value: 'it died' };
  expect(judgeOnStub({ stop }, 'verify').join()).toContain(
    'BridgeError (it died) and not with VerificationError'
  );
  expect(judgeOnStub({ stop: { ...stop, name: 'VerificationError' } }, 'verify')).toEqual([]);
  expect(judgeOnStub({ stop: null }, 'verify').join()).toContain('runs to its end');
});

describe('a scratch copy', () => {
  test('has every exercise solved, and the one in question in the state asked for', async () => {
    const course = await checkout();
    const copy = new ScratchCourse(join(await scratch(), 'copy'), course);
    const read = (folder: string) => readFile(join(folder, 'doubling.py'), 'utf8');
    const python = exercise(course, PY);
    expect(await read(join(copy.exercises, PY))).toContain('2 * number');
    expect(await read(copy.lay(python, 'mutants/adds_two'))).toContain('number + 2');
    expect(await read(copy.lay(python, null))).toContain('return number\n');
  });

  test('is claimed by one process at a time, and the claim of a dead process does not count', async () => {
    const parent = await scratch();
    await write({ '1.pid': '999999999' }, parent);
    const first = claimFolder(parent);
    const second = claimFolder(parent);
    expect([first.folder, second.folder]).toEqual([join(parent, '1'), join(parent, '2')]);
    first.release();
    expect(claimFolder(parent).folder).toBe(join(parent, '1'));
  });
});
