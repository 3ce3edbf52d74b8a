import type { SourcePayload } from '@jupyterlab-maturin/protocol';
import type { ReactElement } from 'react';
import { SourceLink } from '../diagnostics/source-link.js';
import { AtMost } from '../task-output/at-most.js';
import { useTask } from '../task-output/context.js';
import { Filled } from '../task-output/filled.js';
import { codeBlock } from './code-block.js';

/** Parts of a file, each under a link to its first line. */
export function SourceCard({ payload }: { payload: SourcePayload }): ReactElement {
  const { trans, texts } = useTask();
  const { file, path, language, parts } = payload;
  return (
    <section className="jp-MaturinSource" aria-label={trans.__('Source: %1', file)}>
      <AtMost
        things={parts}
        show={({ line, code }, index) => (
          <div className="jp-MaturinSource-part">
            <SourceLink
              place={{ name: file, path, line, column: 1 }}
              label={index === 0 ? `${file}:${line}` : trans.__('… line %1', line)}
            />
            <Filled
              className="jp-MaturinSource-code jp-RenderedHTMLCommon"
              source={codeBlock(language, code)}
              fill={texts.markdown}
            />
          </div>
        )}
      />
    </section>
  );
}
