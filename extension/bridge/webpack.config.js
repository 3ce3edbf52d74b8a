import { fileURLToPath } from 'node:url';

import LicensePlugin from 'webpack-license-plugin';

const here = path => fileURLToPath(new URL(path, import.meta.url));

/**
 * The bridge as one file that the Python package carries: an installed wheel has no node_modules.
 * It is minimized because Node parses the whole file at every start.
 */
export default {
  mode: 'production',
  target: 'node22',
  entry: here('lib/main.js'),
  experiments: { outputModule: true },
  output: {
    path: here('../kernel/jupyterlab_maturin/_bridge'),
    filename: 'bridge.mjs',
    module: true,
    library: { type: 'module' },
    chunkFormat: 'module'
  },
  // The licences of what is bundled, in a file that goes into the wheel beside it.
  plugins: [
    new LicensePlugin({
      outputFilename: 'third-party-licenses.json',
      excludedPackageTest: name => name.startsWith('@jupyterlab-maturin/')
    })
  ],
  performance: { hints: false },
  stats: 'errors-warnings'
};
