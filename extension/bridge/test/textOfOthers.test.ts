/** Text of others on its way to a terminal: titles, hints, folders, code, and what compilers and tests print. */
import type { VerifyEvent } from '@jupyterlab-maturin/protocol';
import { execa } from 'execa';
import { afterEach, describe, expect, test, vi } from 'vitest';

import { buildReporter } from '../src/commands/terminal/buildReport.js';
import { Screen } from '../src/commands/terminal/screen.js';
import { Shown, shown } from '../src/commands/terminal/shown.js';
import { verifyReporter } from '../src/commands/terminal/verifyReport.js';
import { exerciseToml, PY, tinyCourse, TINY } from './course/support/tinyCourse.js';
import { BRIDGE } from './support/places.js';

/** Sets the window's title, clears the screen, writes the clipboard, turns text around, begins a line. */
const EVIL = '\u001b]0;x\u0007\u001b[2J\u001b]52;c;eHg=\u0007 \u202egnp\u009b2J\nline2';
/** The same in a TOML file. */
const IN_TOML = JSON.stringify(EVIL).replace('\u202e', '\\u202e').replace('\u009b', '\\u009b');
const TITLE =
  '<U+001B>]0;x<U+0007><U+001B>[2J<U+001B>]52;c;eHg=<U+0007> <U+202E>gnp<U+009B>2J<U+000A>line2';
const FOLDER = '01_first/03_\u001b]0;folder\u0007\u202e';

/** What a terminal would obey; colours are no part of it. */
// eslint-disable-next-line no-control-regex -- these are what it looks for
const OBEYED = /\u001b(?!\[[\d;]*m)|[\u0007\u009b\u202e]/;

describe('a course with the text of a stranger', () => {
  /** What a command prints on stdout and stderr. */
  async function printed(...args: string[]): Promise<string> {
    const evil = exerciseToml({ kind: 'python', module: 'doubling.py' })
      .replace('"Title"', IN_TOML)
      .replace('"first hint"', IN_TOML);
    const course = await tinyCourse({
      [`exercises/${PY}/exercise.toml`]: evil,
      [`exercises/${PY}/solution/doubling.py`]: `#${EVIL}\ndef double(number):\n\treturn 1\n`,
      [`exercises/${FOLDER}/exercise.toml`]: evil,
      [`exercises/${FOLDER}/doubling.py`]: TINY[`exercises/${PY}/doubling.py`]!
    });
    const { all } = await execa(process.execPath, [BRIDGE, ...args], {
      cwd: course.root,
      env: { FORCE_COLOR: '1' },
      all: true,
      reject: false,
      stdin: 'ignore'
    });
    return all;
  }

  test.each([
    [['list'], `01_python${' '.repeat(21)}<U+001B>]0;x`],
    [['list'], '03_<U+001B>]0;folder<U+0007…  <U+001B>]0;x'],
    [['hint', PY], `${TITLE.replace('<U+000A>', '\n  ')}`],
    [['skip', '01_first/00_cargo'], `Next: ${PY}, ${TITLE.replace('<U+000A>', '\n  ')}`],
    [['next'], 'Next: '],
    [['hint', FOLDER], '03_<U+001B>]0;folder<U+0007><U+202E>  hint 1 of 3'],
    [['solution', PY, '--insist'], `#${TITLE.replace('<U+000A>', '\n')}\ndef double(number):\n\t`],
    [['hint', EVIL], '<U+202E>gnp<U+009B>2J<U+000A>line2'],
    [[`no-such-command${EVIL}`], 'no-such-command<U+001B>]0;x'],
    [['build', `/no/such/${EVIL}`], '/no/such/<U+001B>]0;x']
  ])('%j shows it and obeys none of it', async (args, expected) => {
    const text = await printed(...args);
    expect(text).toContain(expected);
    expect(text).not.toMatch(OBEYED);
  });

  test('comes through --json unharmed, and a terminal may show the JSON', async () => {
    const text = await printed('list', '--json');
    expect(text).not.toMatch(OBEYED);
    const { exercises } = JSON.parse(text) as { exercises: { id: string; title: string }[] };
    expect(exercises.map(({ id }) => id)).toContain(FOLDER);
    expect(exercises.map(({ title }) => title)).toContain(EVIL);
  });
});

describe('what a task prints', () => {
  afterEach(() => vi.restoreAllMocks());

  /** What goes to stdout and stderr, as a terminal with colours would get it. */
  function capture(run: () => void): string {
    let text = '';
    for (const stream of [process.stdout, process.stderr]) {
      vi.spyOn(stream, 'write').mockImplementation(part => {
        text += String(part);
        return true;
      });
      Object.assign(stream, { isTTY: true, hasColors: () => true });
    }
    try {
      run();
    } finally {
      for (const stream of [process.stdout, process.stderr]) {
        Object.assign(stream, { isTTY: false });
      }
    }
    // The status line is ours, and so is what takes it away.
    return text.replaceAll('\r\u001b[K', '');
  }

  test('a verification shows every text and keeps its own colours and those of the test', () => {
    const report = verifyReporter(new Screen());
    const events: VerifyEvent[] = [
      { kind: 'planned', exercise: EVIL, title: EVIL, exerciseKind: 'python', notes: [EVIL] },
      {
        kind: 'environment',
        checks: [{ name: EVIL, ok: false, found: EVIL, needed: EVIL, advice: EVIL }]
      },
      { kind: 'started', test: EVIL },
      ...(['failed', 'skipped', 'failed', 'passed'] as const).map(outcome => ({
        kind: 'test' as const,
        result: {
          name: EVIL,
          file: EVIL,
          line: 1,
          outcome,
          seconds: 0,
          message: EVIL,
          details: null,
          output: `\u001b[35mpurple${EVIL}`
        }
      })),
      {
        kind: 'finished',
        outcome: {
          status: 'failed',
          exercise: EVIL,
          reason: 'tests',
          message: EVIL,
          passed: 1,
          failed: 1,
          seconds: 1,
          buildSeconds: 0,
          hint: { number: 1, total: 3 },
          solution: true,
          next: null,
          notes: [EVIL]
        }
      }
    ];
    const text = capture(() => events.forEach(report));
    expect(text).not.toMatch(OBEYED);
    expect(text.split('<U+202E>').length).toBeGreaterThan(15);
    expect(text).toContain(`${TITLE}  ${TITLE}\n`);
    expect(text).toContain('\u001b[31m✗\u001b[39m');
    expect(text).toContain('| \u001b[35mpurple<U+001B>]0;x');
  });

  test('a build shows every text and keeps the colours of rustc', () => {
    const report = buildReporter(new Screen());
    const diagnostic = { message: EVIL, code: null, level: 'error' as const, spans: [] };
    const rendered = `\u001b[1m\u001b[31merror\u001b[0m: ${EVIL}`;
    const text = capture(() => {
      report({
        kind: 'planned',
        crate: EVIL,
        manifest: EVIL,
        root: EVIL,
        profile: EVIL,
        features: [],
        target: EVIL,
        notes: [EVIL]
      } as never);
      report({ kind: 'waiting', reason: EVIL });
      report({ kind: 'progress', done: 1, total: 2, crate: EVIL });
      report({ kind: 'log', text: EVIL } as never);
      const failed = {
        status: 'failed',
        error: { kind: 'build', message: EVIL },
        counts: { errors: 0, warnings: 0, omitted: 0 }
      };
      report({ kind: 'finished', outcome: failed } as never);
      report({ kind: 'diagnostic', diagnostic: { ...diagnostic, rendered, children: [] } });
    });
    expect(text).not.toMatch(OBEYED);
    expect(text).toContain('\u001b[1m\u001b[31merror\u001b[0m: <U+001B>]0;x');
  });
});

describe('text that may be printed', () => {
  test('keeps our own words and colours as they are', () => {
    const red = Shown.output('\u001b[31mred\u001b[0m');
    expect(shown`${red} and\n${'two\nlines'}`.text).toBe(
      '\u001b[31mred\u001b[0m and\ntwo<U+000A>lines'
    );
  });

  test('is bounded where it is a name or a sentence', () => {
    expect(shown`${'B'.repeat(5_000_000)}`.text).toMatch(/B… \(4,995,904 more characters\)$/);
    expect(Shown.sentences('B'.repeat(5_000_000)).text.length).toBeLessThan(70_000);
  });
});
