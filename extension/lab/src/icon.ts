import { LabIcon } from '@jupyterlab/ui-components';
import build from '../style/icons/build.svg';

/** A gear with a plus: insert a cell that builds. */
export const buildIcon = new LabIcon({
  name: 'jupyterlab-maturin:build',
  svgstr: build
});
