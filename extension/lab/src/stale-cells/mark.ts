import { type StaleCell, visibleLine } from '@jupyterlab-maturin/protocol';
import type { TranslationBundle } from '@jupyterlab/translation';
import { Widget } from '@lumino/widgets';

/** The badge between a cell's code and its output. It takes no room, so that nothing moves when it comes or goes. */
export class StaleMark extends Widget {
  constructor(private readonly _trans: TranslationBundle) {
    super();
    this.addClass('jp-MaturinStale');
    this._badge.className = 'jp-MaturinStale-badge';
    this._badge.setAttribute('role', 'note');
    this.node.append(this._badge);
  }

  /** Says which build the cell's results came from. */
  explain(cell: StaleCell): void {
    this._badge.textContent = markText(cell, this._trans);
    const explanation = markExplanation(cell, this._trans);
    this._badge.setAttribute('aria-label', explanation);
    this._badge.title = explanation;
  }

  private readonly _badge = document.createElement('span');
}

/** A few words: `from build 3`. */
export function markText({ modules }: StaleCell, trans: TranslationBundle): string {
  const builds = new Set(modules.map(({ used }) => used));
  return builds.size === 1
    ? trans.__('from build %1', [...builds][0])
    : trans.__('from other builds');
}

/** What these words mean, and what to do. */
export function markExplanation({ modules }: StaleCell, trans: TranslationBundle): string {
  return [
    ...modules.map(({ module, used, inUse }) =>
      trans.__(
        'This cell ran with build %1 of %2; build %3 is in use now.',
        used,
        visibleLine(module),
        inUse
      )
    ),
    trans.__('Run it again for a result of the build in use.')
  ].join(' ');
}
