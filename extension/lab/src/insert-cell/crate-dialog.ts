import { InputDialog } from '@jupyterlab/apputils';
import { visibleLine } from '@jupyterlab-maturin/protocol';
import type { TranslationBundle } from '@jupyterlab/translation';
import type { Crate } from '../crates/crate.js';

/**
 * Lets the user choose which of the crates to build, or type another path.
 *
 * When there is only one crate, it is taken without a question: the user can edit its path in the new cell.
 * Returns the path for `%build_extension`, relative to the notebook's folder, or `null` when the user cancelled.
 */
export async function chooseCratePath(
  crates: Crate[],
  relative: (directory: string) => string,
  trans: TranslationBundle
): Promise<string | null> {
  const [only] = crates;
  if (only !== undefined && crates.length === 1) {
    return relative(only.directory);
  }
  if (only === undefined) {
    return typePath(
      trans.__(
        'No crate was found near this notebook. Type the path of a folder with a Cargo.toml, relative to the notebook’s folder:'
      ),
      trans
    );
  }
  const another = trans.__('Another path…');
  const { value, button } = await InputDialog.getItem({
    title: trans.__('Insert Build Extension Cell'),
    label: trans.__('Which crate should the cell build?'),
    items: [...crates.map(crate => labelOf(crate, relative)), another],
    okLabel: trans.__('Insert')
  });
  if (!button.accept || value === null) {
    return null;
  }
  if (value === another) {
    return typePath(
      trans.__('Path of a folder with a Cargo.toml, relative to the notebook’s folder:'),
      trans
    );
  }
  const chosen = crates.find(crate => labelOf(crate, relative) === value);
  return chosen === undefined ? null : relative(chosen.directory);
}

function labelOf(crate: Crate, relative: (directory: string) => string): string {
  return visibleLine(`${crate.name} — ${relative(crate.directory)}`);
}

async function typePath(label: string, trans: TranslationBundle): Promise<string | null> {
  const { value, button } = await InputDialog.getText({
    title: trans.__('Insert Build Extension Cell'),
    label,
    placeholder: '../my_crate',
    okLabel: trans.__('Insert')
  });
  const path = value?.trim() ?? '';
  return button.accept && path !== '' ? path : null;
}
