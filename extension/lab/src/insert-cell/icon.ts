import { LabIcon } from '@jupyterlab/ui-components';
import build from '../../style/icons/build.svg';

/** A gear with a plus, for inserting a build extension cell. */
export const buildIcon = new LabIcon({
  name: 'jupyterlab-maturin:build',
  svgstr: build
});
