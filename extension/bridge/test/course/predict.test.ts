import { rm } from 'node:fs/promises';
import { join } from 'node:path';

import { COURSE_PREDICT, type CoursePrediction } from '@jupyterlab-maturin/protocol';
import { describe, expect, test } from 'vitest';

import { predictionProblems } from '../../src/course/check/rules/predictions.js';
import { predict } from '../../src/course/actions/predict.js';
import { readCourse } from '../../src/course/exercises/course.js';
import { readManifest } from '../../src/course/exercises/manifest.js';
import { readProgress } from '../../src/course/progress/progressFile.js';
import { list } from '../../src/course/progress/list.js';
import { startBridge } from '../support/bridge.js';
import { exerciseToml, PY, tinyCourse } from './support/tinyCourse.js';

const ANSWER = '[predictions.twice]\nanswer = 3\nbecause = "`*` repeats a list."\n';
const TOML = exerciseToml({ kind: 'python', module: 'doubling.py', rest: 'limit = 20' }) + ANSWER;

const course = () => tinyCourse({ [`exercises/${PY}/exercise.toml`]: TOML });

/** Asks as the lesson's notebook does. */
async function asking(name: string, choice: number | null = null) {
  const { root, ...rest } = await course();
  const params = { cwd: root, notebook: join(root, 'notebooks', `${PY}.ipynb`), name, choice };
  return { root, ask: () => predict({ root, ...rest }, params) };
}

describe('a prediction', () => {
  test('is looked up without being written down', async () => {
    const { root, ask } = await asking('twice');
    expect(ask()).toEqual({
      exercise: PY,
      answer: 3,
      because: '`*` repeats a list.',
      earlier: null,
      notes: []
    });
    expect(readProgress(root).events).toEqual([]);
  });

  test('is an event of its own, and remembered', async () => {
    const { root, ask } = await asking('twice', 2);
    expect(ask().earlier).toBeNull();
    expect(ask().earlier).toBe(2);
    const { events } = readProgress(root);
    expect(events).toHaveLength(2);
    expect(events[0]).toMatchObject({
      event: 'predicted',
      exercise: PY,
      prediction: 'twice',
      choice: 2,
      right: false
    });
    expect(list(readCourse(root)).exercises.find(({ id }) => id === PY)?.state).toBe('started');
  });

  test('of a name that is not there lists the names that are', async () => {
    const { ask } = await asking('toString');
    expect(ask).toThrow(`There is no prediction toString: ${PY} has twice.`);
  });

  test('belongs to the lesson in the folder when the notebook is not known', async () => {
    const found = await course();
    const cwd = join(found.root, 'notebooks', '01_first');
    const params = { cwd, notebook: null, name: 'twice', choice: null };
    expect(predict(found, params).exercise).toBe(PY);
    expect(predict(found, { ...params, cwd: found.root })).toMatchObject({
      exercise: null,
      answer: null
    });
  });

  test('in a notebook that belongs to no exercise has no name', async () => {
    const found = await course();
    const params = { cwd: found.root, notebook: join(found.root, 'mine.ipynb') };
    expect(() => predict(found, { ...params, name: 'twice', choice: null })).toThrow(
      'write %%predict without a name'
    );
  });

  test('is asked for over the pipe', async () => {
    const { root } = await course();
    const { connection } = startBridge();
    const answer = await connection.sendRequest<CoursePrediction>(COURSE_PREDICT, {
      cwd: root,
      notebook: join(root, 'notebooks', `${PY}.ipynb`),
      name: 'twice',
      choice: 3
    });
    expect(answer).toMatchObject({ exercise: PY, answer: 3, notes: [] });
    expect(readProgress(root).events).toHaveLength(1);
  });

  test('is given in spite of a course that cannot be written to', async () => {
    const { root, ask } = await asking('twice', 3);
    await rm(root, { recursive: true });
    expect(ask()).toMatchObject({
      answer: 3,
      notes: [expect.stringContaining('this step is not remembered')]
    });
  });
});

test.each([
  [ANSWER.replace('answer = 3', 'answer = 0'), 'predictions.twice.answer must be'],
  [ANSWER.replace('answer = 3', 'answer = 5'), 'predictions.twice.answer must be'],
  [ANSWER.replace('because', 'becuase'), 'predictions.twice.because is missing']
])('exercise.toml says what is wrong with %j', (answer, why) => {
  const { problems } = readManifest(TOML.replace(ANSWER, answer));
  expect(problems.join(' ')).toContain(why);
});

describe('the check of a lesson', () => {
  const { manifest } = readManifest(TOML);
  const code = (source: string) => ({ type: 'code', source });
  const ask = (choices: string, name = ' twice') =>
    code(`%%predict${name}\nWhat is \`2\`?\n\n${choices}`);
  const three = '- a\n- b,\n  and more\n- c';
  const problems = (...cells: { type: string; source: string }[]) =>
    predictionProblems(cells, manifest!).join('\n');

  test('accepts a question with its answer and the code below it', () => {
    expect(problems(ask(three), code('2'))).toBe('');
    expect(problems(ask(`- not this\n\nWhich?\n\n${three}`), code('2'))).toBe('');
  });

  test.each([
    ['no answer', [ask(three, ' other'), code('2')], 'has no [predictions.other]'],
    ['no question for an answer', [], 'no cell says `%%predict twice`'],
    ['one choice', [ask('- a'), code('2')], 'has 1 choices; there must be two to four'],
    ['five choices', [ask('- a\n- b\n- c\n- d\n- e'), code('2')], 'has 5 choices'],
    ['an answer that is no choice', [ask('- a\n- b'), code('2')], 'its answer is number 3'],
    ['no code below', [ask(three), { type: 'markdown', source: 'x' }], 'must be the code that'],
    ['nothing below', [ask(three)], 'must be the code that shows what happens'],
    ['no name', [ask(three, ''), code('2')], 'has no name'],
    ['a name twice', [ask(three), code('2'), ask(three), code('2')], 'is there twice']
  ])('refuses %s', (_, cells, why) => {
    expect(problems(...cells)).toContain(why);
  });
});
