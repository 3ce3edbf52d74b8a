// @vitest-environment jsdom
import { attach, settled, trans } from './outputs.js';
import type { PredictPayload } from '@jupyterlab-maturin/protocol';
import { Signal } from '@lumino/signaling';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { predictionKind } from '../src/predict/kind.js';
import { PredictionsModel } from '../src/predict/model.js';
import type { IPredictions } from '../src/predict/tokens.js';

const asking = (changes: Partial<PredictPayload> = {}): PredictPayload => ({
  version: 1,
  id: 'p1',
  phase: 'asking',
  exercise: '01_intro/04_arguments',
  name: 'bad_list',
  question: 'What does it print?',
  choices: ['`1` and `1`', '<img src=x>', 'nothing at all'],
  chosen: null,
  earlier: null,
  answer: null,
  because: null,
  notes: [],
  ...changes
});

const judged = (phase: PredictPayload['phase'], chosen: number): PredictPayload =>
  asking({ phase, chosen, answer: 3, because: 'The whole list comes first.' });

describe('the output of a predict cell', () => {
  const open = new Set<string>();
  const running = new Set<string>();
  const choose = vi.fn<IPredictions['choose']>(() => Promise.resolve());
  const emitter = {};
  const changed = new Signal<object, void>(emitter);
  const predictions: IPredictions = {
    changed,
    isOpen: id => open.has(id),
    isRunning: id => running.has(id),
    choose
  };
  let output: ReturnType<typeof attach<PredictPayload>>;
  const radios = () => output.findAll<HTMLInputElement>('input[type=radio]');
  const status = () => output.find('[role=status]')?.textContent;

  beforeEach(() => {
    open.clear();
    running.clear();
    open.add('p1');
    vi.clearAllMocks();
    output = attach(predictionKind(predictions));
  });
  afterEach(() => output.dispose());

  it('names the group of radio buttons by the question', async () => {
    await output.show(asking());
    expect(output.find('fieldset > legend')?.textContent).toBe('What does it print?');
    expect(radios()).toHaveLength(3);
    expect(status()).toBe('');
  });

  it('runs nothing until something is chosen', async () => {
    await output.show(asking());
    output.button('Predict and run').click();
    await settled();
    expect(choose).not.toHaveBeenCalled();
    expect(output.find('[role=alert]')?.textContent).toBe('Choose one first.');
  });

  it('hands over what was chosen, counted from 1', async () => {
    await output.show(asking());
    radios()[2]!.click();
    await settled();
    output.button('Predict and run').click();
    await settled();
    expect(choose).toHaveBeenCalledWith('p1', 3, expect.any(HTMLElement));
  });

  it('says why it could not be run', async () => {
    choose.mockRejectedValueOnce(new Error('There is no code cell below this one.'));
    await output.show(asking());
    radios()[0]!.click();
    await settled();
    output.button('Predict and run').click();
    await settled();
    expect(output.find('[role=alert]')?.textContent).toBe('There is no code cell below this one.');
  });

  it('can be read but not answered where no kernel waits, and says what to do', async () => {
    open.clear();
    await output.show(asking());
    expect(output.find<HTMLFieldSetElement>('fieldset')?.disabled).toBe(true);
    expect((output.button('Predict and run') as HTMLButtonElement).disabled).toBe(true);
    expect(output.text()).toContain('Run this cell, then you can choose.');
    open.add('p1');
    changed.emit();
    await settled();
    expect(output.find<HTMLFieldSetElement>('fieldset')?.disabled).toBe(false);
  });

  it('tells in words what was chosen and what happens', async () => {
    await output.show(judged('wrong', 1));
    expect(output.findAll('li').map(each => each.textContent)).toEqual([
      '●`1` and `1`your prediction',
      '○<img src=x>',
      '○nothing at allwhat happens'
    ]);
    expect(output.text()).toContain('It turned out differently');
    expect(output.text()).toContain('The whole list comes first.');
    expect(status()).toBe(
      'You predicted: 1 and 1. It turned out differently. What happens: nothing at all. The whole list comes first.'
    );
  });

  it('says once what happens to one who was right', async () => {
    await output.show(judged('right', 3));
    expect(output.findAll('li').at(-1)?.textContent).toBe(
      '●nothing at allyour prediction, and what happens'
    );
    expect(status()).toContain('You were right.');
  });

  it('says that the cell below runs only while this page runs it', async () => {
    running.add('p1');
    await output.show(asking({ phase: 'running', chosen: 1 }));
    expect(output.text()).toContain('The cell below is running…');
    running.clear();
    changed.emit();
    await settled();
    expect(output.text()).toContain('The cell below did not end. Run this cell to choose again.');
  });

  it('gives no verdict where nobody knows the answer', async () => {
    await output.show(asking({ phase: 'unjudged', chosen: 2 }));
    expect(output.text()).toContain('Does the cell below show what you predicted?');
    expect(output.text()).not.toContain('what happens');
  });

  it('shows another form of what it cannot read', async () => {
    await output.show({ ...asking(), choices: 'none' });
    expect(output.find('form')).toBeNull();
  });
});

describe('the kernel that asks', () => {
  const news = (open: string[], reply: object | null = null) => ({ open, reply });
  const move = { id: 'p1', choice: 2, failed: false };

  it('says which questions are open', () => {
    const model = new PredictionsModel(trans as never);
    const changed = vi.fn();
    model.changed.connect(changed);
    model.receive(news(['p1']));
    model.receive({ open: 'p2' });
    expect([...model.open]).toEqual(['p1']);
    expect(changed).toHaveBeenCalledTimes(1);
  });

  it('answers a choice with the output to show', async () => {
    const model = new PredictionsModel(trans as never);
    model.send = vi.fn(() => true);
    const told = model.tell(move);
    model.receive(news([], { id: 'other', outputs: {}, problem: null }));
    model.receive(news([], { id: 'p1', outputs: { 'text/plain': 'x' }, problem: null }));
    expect(await told).toEqual({ 'text/plain': 'x' });
    expect(model.send).toHaveBeenCalledWith(move);
  });

  it('may refuse, which is one sentence', async () => {
    const model = new PredictionsModel(trans as never);
    model.send = () => true;
    const told = model.tell(move);
    model.receive(news([], { id: 'p1', outputs: null, problem: 'No such course.' }));
    await expect(told).rejects.toThrow('No such course.');
  });

  it('may be gone before or after it was asked', async () => {
    const model = new PredictionsModel(trans as never);
    await expect(model.tell(move)).rejects.toThrow('Run this cell again to choose.');
    model.send = () => true;
    const told = model.tell(move);
    model.clear();
    await expect(told).rejects.toThrow('Run this cell again to choose.');
    expect([...model.open]).toEqual([]);
  });
});
