import { expect, test } from 'vitest';
import { failed } from './support/builds.js';
import { manifest, write } from './support/crates.js';

test.each([
  ['sitecustomize', ''],
  ['usercustomize', ''],
  ['_sysconfigdata__darwin_darwin', ''],
  ['innocent', '[tool.maturin]\nmodule-name = "sitecustomize._native"\n'],
  ['innocent', '[project]\nname = "usercustomize"\n']
])(
  'a crate called %s whose module every Python would import at its start is refused (%s)',
  async (name, settings) => {
    const crate = await write({
      'Cargo.toml': manifest(name, ''),
      'src/lib.rs': 'this does not compile',
      ...(settings === '' ? {} : { 'pyproject.toml': settings })
    });
    const { kind, message } = await failed(crate);
    expect(kind).toBe('crate');
    expect(message).toMatch(/which every Python imports when it starts: give .* another one\.$/);
  }
);
