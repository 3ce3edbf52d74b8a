import type { PredictPayload } from '@jupyterlab-maturin/protocol';
import { type FormEvent, type ReactElement, useState } from 'react';
import { AtMost } from '../task-output/at-most.js';
import { useTask } from '../task-output/context.js';
import { Filled } from '../task-output/filled.js';

/** The question with a radio button for each choice, and the button that runs the cell below. */
export function ChoiceForm(props: {
  payload: PredictPayload;
  disabled: boolean;
  /** Whether the choice is on its way to the kernel. The button keeps the keyboard's focus meanwhile. */
  busy: boolean;
  choose: (choice: number, node: HTMLElement) => Promise<void>;
}): ReactElement {
  const { payload, disabled, busy, choose } = props;
  const { trans, texts, id } = useTask();
  const [chosen, setChosen] = useState<number | null>(null);
  const [problem, setProblem] = useState('');
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (chosen === null) {
      setProblem(trans.__('Choose one first.'));
    } else if (!busy) {
      setProblem('');
      choose(chosen, event.currentTarget).catch((error: unknown) =>
        setProblem(error instanceof Error ? error.message : String(error))
      );
    }
  };
  return (
    <form onSubmit={submit}>
      <fieldset className="jp-MaturinPredict-choices" disabled={disabled}>
        <legend>
          <Filled
            className="jp-RenderedHTMLCommon jp-RenderedMarkdown jp-MaturinPredict-text"
            source={payload.question}
            fill={texts.markdown}
          />
        </legend>
        <AtMost
          things={payload.choices}
          show={(choice, index) => (
            <label className="jp-MaturinPredict-choice">
              {/* An arrow key chooses another one here. As a shortcut of JupyterLab it would leave the cell. */}
              <input
                type="radio"
                data-lm-suppress-shortcuts="true"
                name={`${id}-choice`}
                checked={chosen === index + 1}
                onChange={() => {
                  setChosen(index + 1);
                  setProblem('');
                }}
              />
              <Filled
                className="jp-RenderedHTMLCommon jp-RenderedMarkdown jp-MaturinPredict-text"
                source={choice}
                fill={texts.markdown}
              />
              {index + 1 === payload.earlier && (
                <span className="jp-MaturinPredict-word">{trans.__('your last prediction')}</span>
              )}
            </label>
          )}
        />
      </fieldset>
      <div className="jp-MaturinPredict-line">
        <button
          type="submit"
          className="jp-MaturinPredict-button"
          disabled={disabled}
          aria-disabled={busy}
        >
          {busy ? trans.__('Waiting for the kernel…') : trans.__('Predict and run')}
        </button>
        <span role="alert" className="jp-MaturinPredict-problem">
          {problem}
        </span>
      </div>
    </form>
  );
}
