import { fileURLToPath } from 'node:url';

const here = path => fileURLToPath(new URL(path, import.meta.url));

/** The bridge as one file that the Python package carries: an installed wheel has no node_modules. */
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
  // Readable stack traces in a bug report are worth more than the bytes.
  optimization: { minimize: false },
  performance: { hints: false },
  stats: 'errors-warnings'
};
