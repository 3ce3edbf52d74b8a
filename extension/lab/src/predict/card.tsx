import type { PredictPayload } from '@jupyterlab-maturin/protocol';
import { type ReactElement, useSyncExternalStore } from 'react';
import { AtMost } from '../task-output/at-most.js';
import { TaskCard, Verdict } from '../task-output/card.js';
import { useTask } from '../task-output/context.js';
import { Filled } from '../task-output/filled.js';
import { ChoiceForm } from './choice-form.js';
import { ChoiceList } from './choice-list.js';
import { adviceText, announcement, verdictText } from './status-text.js';
import type { IPredictions } from './tokens.js';

/** The output of a `%%predict` cell: the question with its choices, and later what came of the one that was chosen. */
export function PredictCard(props: {
  payload: PredictPayload;
  predictions: IPredictions;
}): ReactElement {
  const { payload, predictions } = props;
  const { trans, texts } = useTask();
  const { id, phase, because, notes } = payload;
  const subscribe = (notify: () => void) => {
    predictions.changed.connect(notify);
    return () => void predictions.changed.disconnect(notify);
  };
  const open = useSyncExternalStore(subscribe, () => predictions.isOpen(id));
  const running = useSyncExternalStore(subscribe, () => predictions.isRunning(id));
  const verdict = verdictText(payload, trans);
  const advice = adviceText(payload, { open, running }, trans);
  return (
    <TaskCard
      className="jp-MaturinPredict-card"
      phase={phase}
      label={trans.__('A prediction')}
      name={trans.__('Predict, then run')}
      summary={verdict !== null && <Verdict>{verdict}</Verdict>}
      end={null}
      announcement={announcement(payload, trans)}
    >
      {phase === 'asking' ? (
        <ChoiceForm
          payload={payload}
          disabled={!open && !running}
          busy={running}
          choose={(choice, node) => predictions.choose(id, choice, node)}
        />
      ) : (
        <ChoiceList payload={payload} />
      )}
      {because !== null && (
        <Filled
          className="jp-RenderedHTMLCommon jp-RenderedMarkdown jp-MaturinPredict-text"
          source={because}
          fill={texts.markdown}
        />
      )}
      {advice !== null && <p className="jp-MaturinTask-aside">{advice}</p>}
      <AtMost things={notes} show={note => <p className="jp-MaturinTask-aside">{note}</p>} />
    </TaskCard>
  );
}
