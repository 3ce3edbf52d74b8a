import { describe, expect, it } from 'vitest';
import { explanationMarkdown } from '../src/diagnostics/explanation.js';
import { findings } from '../src/diagnostics/finding.js';
import { failed, payload, rustc } from './payloads.js';

describe('what rustc found', () => {
  it('is listed with errors first, otherwise in rustc’s order', () => {
    expect(findings(failed()).map(({ label }) => label)).toEqual([
      'error[E0425]',
      'error[E0308]',
      'error[E0308]',
      'warning',
      'warning'
    ]);
  });

  it('leaves out what rustc says about its own output', () => {
    expect(rustc.errors.map(({ level }) => level)).toContain('failure-note');
    expect(findings(failed()).every(({ place }) => place !== null)).toBe(true);
  });

  it('keeps rustc’s text, without what the row says already', () => {
    const [first] = findings(failed());
    expect(first?.title).toBe('cannot find value `m` in this scope');
    expect(first?.text).not.toContain('-->');
    expect(first?.text).not.toContain('cannot find value');
    expect(first?.text.split('\n')[0]).toContain('pub fn count()');
    expect(first?.text).toContain('not found in this scope');
  });

  it('keeps the whole text when its headline is not the one that was expected', () => {
    const [original] = rustc.errors;
    const diagnostic = {
      ...original!,
      rendered: 'error: something else\n --> a.rs:1:1\n'
    };
    expect(findings(payload({ diagnostics: [diagnostic] }))[0]?.text).toContain('--> a.rs:1:1');
  });

  it('gives the explanation to every diagnostic with the code', () => {
    const mismatched = findings(failed()).filter(({ code }) => code === 'E0308');
    expect(mismatched).toHaveLength(2);
    expect(mismatched.every(({ explanation }) => explanation?.includes('Expected type'))).toBe(
      true
    );
  });

  it('points to the primary span', () => {
    const [, mismatched] = findings(failed());
    expect(mismatched?.place).toEqual({
      name: 'src/lib.rs',
      path: '/home/ada/course/primes/src/lib.rs',
      line: 9,
      column: 21
    });
  });
});

describe('an explanation', () => {
  it('loses the lines and the words that only rustc’s own tests need', () => {
    const source =
      'Text\n\n```compile_fail,E0308\n# use a::b;\nlet x = 1;\n#[a]\n```\n\n# Title\n\n```text\n# kept?\n```';
    expect(explanationMarkdown(source)).toBe(
      'Text\n\n```rust\nlet x = 1;\n#[a]\n```\n\n# Title\n\n```text\n```'
    );
  });
});
