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
    testTimeout: 120_000
  }
});
