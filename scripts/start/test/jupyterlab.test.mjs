import { expect, test } from 'vitest';

import { addressIn } from '../jupyterlab.mjs';

test.each([
  ['    http://127.0.0.1:8889/lab?token=...', 'http://127.0.0.1:8889/'],
  ['[I 2026-11-25 ServerApp] http://localhost:8888/lab?token=...', 'http://localhost:8888/'],
  ['    https://127.0.0.1:8888/of/mine/lab?token=...', 'https://127.0.0.1:8888/of/mine/'],
  ['[I 2026-11-25 ServerApp] The port 8888 is already in use, trying another port.', undefined],
  ['[I 2026-11-25 ServerApp] Jupyter Server 2.21.1 is running at:', undefined]
])('in %j the address is %j', (line, address) => {
  expect(addressIn(line)).toBe(address);
});
