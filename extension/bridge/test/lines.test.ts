import { expect, test } from 'vitest';
import { LONGEST_TEXT, LineSplitter } from '../src/process/lines.js';

function linesOf(chunks: Iterable<Buffer>, limit?: number): string[] {
  const lines: string[] = [];
  const splitter = new LineSplitter(line => lines.push(line), limit);
  for (const chunk of chunks) splitter.push(chunk);
  splitter.end();
  return lines;
}

test('lines end with a return, a newline or both, wherever a chunk ends', () => {
  const bytes = [...Buffer.from('a\rb\r\nc\n\nété')].map(byte => Buffer.from([byte]));
  expect(linesOf(bytes)).toEqual(['a', 'b', 'c', '', 'été']);
});

test('a line that ends with a return is complete at once, so that progress is not late', () => {
  const lines: string[] = [];
  new LineSplitter(line => lines.push(line)).push(Buffer.from('  Building [=> ] 1/2: a\r'));
  expect(lines).toHaveLength(1);
});

test('of a line that is too long the beginning is kept, and what is left out is counted', () => {
  expect(
    linesOf([Buffer.from('12345678\n'), Buffer.from('1234'), Buffer.from('567\r')], 5)
  ).toEqual(['12345 … (and 3 more characters)', '12345 … (and 2 more characters)']);
});

// A splitter that joins its chunks again and again takes more than a minute for this; the limit only ends that.
test('150 MiB without a newline cost what reading them costs', { timeout: 20_000 }, () => {
  const chunk = Buffer.alloc(64 * 1024, 'A');
  const [line, ...more] = linesOf(Array.from({ length: 2400 }, () => chunk));
  expect(more).toEqual([]);
  expect(line).toBe(
    `${'A'.repeat(LONGEST_TEXT)} … (and ${150 * 2 ** 20 - LONGEST_TEXT} more characters)`
  );
});

test.each([
  ['NUL bytes', Buffer.from('a\0b\n'), ['a\0b']],
  ['what is not UTF-8', Buffer.from([0x61, 0xff, 0xfe, 0x0a]), ['a��']],
  ['half a character at the end', Buffer.from([0x61, 0xc3]), ['a�']],
  ['nothing', Buffer.alloc(0), []]
])('%s is read as text', (_, bytes, lines) => {
  expect(linesOf([bytes])).toEqual(lines);
});
