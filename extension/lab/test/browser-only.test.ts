import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const require = createRequire(import.meta.url);
// The bundler that JupyterLab's builder brings along.
const fromBuilder = createRequire(require.resolve('@jupyter/builder/package.json'));
const { rspack } = fromBuilder('@rspack/core') as {
  rspack: (
    options: object,
    done: (error: Error | null, stats?: { toString(): string; hasErrors(): boolean }) => void
  ) => void;
};
const config = require('../webpack.config.js') as object;

const folder = mkdtempSync(join(tmpdir(), 'labextension-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What bundling this source complains about; `''` when it works. */
function bundle(source: string): Promise<string> {
  writeFileSync(join(folder, 'entry.js'), source);
  return new Promise(resolve => {
    const options = {
      ...config,
      mode: 'development',
      context: folder,
      entry: './entry.js',
      output: { path: folder, filename: 'out.js' }
    };
    rspack(options, (error, stats) =>
      resolve(error?.message ?? (stats?.hasErrors() ? stats.toString() : ''))
    );
  });
}

describe('the labextension’s build', () => {
  it.each(['execa', 'node:child_process', '@jupyterlab-maturin/bridge'])(
    'refuses %s, which runs on Node only',
    async name => {
      expect(await bundle(`import * as x from '${name}'; console.log(x);`)).toContain(
        `imports "${name}", which runs on Node only`
      );
    }
  );

  it('takes what a browser can run', async () => {
    expect(await bundle('console.log(1);')).toBe('');
  });
});
