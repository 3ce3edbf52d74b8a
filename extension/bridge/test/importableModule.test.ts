import { expect, test } from 'vitest';
import { importableModule } from '../src/build/generation/importableModule.js';

test.each([
  [
    'a package round the library',
    ['pure/__init__.py', 'pure/pure.cpython-313-x86_64-linux-gnu.so'],
    'pure'
  ],
  ['a library alone', ['pure.abi3.so', 'pure-0.1.dist-info/METADATA'], 'pure'],
  [
    'a native submodule',
    ['mixed/__init__.py', 'mixed/_native/x.py', 'mixed/pure.abi3.so'],
    'mixed'
  ],
  ['a namespace package', ['acme/pure/__init__.py', 'acme/pure/pure.so'], 'acme.pure'],
  ['a library in a bare namespace', ['acme/pure.so'], 'acme.pure']
])('%s', (_layout, files, module) => {
  expect(importableModule(files, 'pure')).toMatchObject({ module });
});

test("a bundled library is not taken for the crate's own", () => {
  const files = ['pure.libs/libz.so', 'pure/__init__.py', 'pure/other.so', 'pure/pure.so'];
  expect(importableModule(files, 'pure')?.library).toBe('pure/pure.so');
});

test('a wheel without a native library has no module to import', () => {
  expect(
    importableModule(['tool-0.1.data/scripts/tool', 'tool-0.1.dist-info/RECORD'], 'tool')
  ).toBeNull();
});
