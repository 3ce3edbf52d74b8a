import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: {
    alias: {
      '@jupyterlab-maturin/protocol': fileURLToPath(
        new URL('extension/protocol/src/index.ts', import.meta.url)
      )
    }
  },
  test: {
    include: ['extension/*/test/**/*.test.ts', 'scripts/**/*.test.mjs'],
    testTimeout: 120_000,
    tags: [{ name: 'slow', description: 'takes long and is left to `npm test -- --all`' }]
  }
});
