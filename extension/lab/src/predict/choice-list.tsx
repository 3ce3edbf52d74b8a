import type { PredictPayload } from '@jupyterlab-maturin/protocol';
import type { ReactElement } from 'react';
import { AtMost } from '../task-output/at-most.js';
import { useTask } from '../task-output/context.js';
import { Filled } from '../task-output/filled.js';

/** The question and its choices after one was chosen: in words, which it was, and which of them happened. */
export function ChoiceList({ payload }: { payload: PredictPayload }): ReactElement {
  const { trans, texts } = useTask();
  const { question, choices, chosen, answer } = payload;
  const markdown = (source: string): ReactElement => (
    <Filled
      className="jp-RenderedHTMLCommon jp-RenderedMarkdown jp-MaturinPredict-text"
      source={source}
      fill={texts.markdown}
    />
  );
  return (
    <>
      {markdown(question)}
      <ul className="jp-MaturinPredict-choices">
        <AtMost
          row="li"
          things={choices}
          show={(choice, index) => {
            const words = [
              ...(index + 1 === chosen ? [trans.__('your prediction')] : []),
              ...(index + 1 === answer ? [trans.__('what happens')] : [])
            ];
            return (
              <li
                className="jp-MaturinPredict-choice"
                data-chosen={index + 1 === chosen}
                data-answer={index + 1 === answer}
              >
                {/* A radio button that shows what was chosen, and is none: there is nothing to choose any more. */}
                <span className="jp-MaturinPredict-dot" aria-hidden="true">
                  {index + 1 === chosen ? '●' : '○'}
                </span>
                {markdown(choice)}
                {words.length > 0 && (
                  <span className="jp-MaturinPredict-word">{words.join(trans.__(', and '))}</span>
                )}
              </li>
            );
          }}
        />
      </ul>
    </>
  );
}
