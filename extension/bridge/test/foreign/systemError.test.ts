import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';

import { expect, it } from 'vitest';

import { whyNotWritten } from '../../src/foreign/systemError.js';

function thrownBy(act: () => void): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

it.skipIf(process.platform !== 'linux').each<[string, () => void, string]>([
  [
    'a full disk',
    () => {
      const full = openSync('/dev/full', 'w');
      try {
        writeSync(full, 'x');
      } finally {
        closeSync(full);
      }
    },
    'the disk is full (ENOSPC): free some space on it, or choose a place on another disk'
  ],
  [
    'a file in a folder’s place',
    () => mkdirSync('/dev/null/x'),
    'something on the way is not a folder (ENOTDIR): move it away, or choose another place'
  ],
  [
    'a place where nothing can be made',
    () => mkdirSync('/proc/x'),
    'a folder on the way is missing and could not be made (ENOENT): choose another place'
  ],
  [
    'a folder in a file’s place',
    () => writeFileSync('/', ''),
    'there is a folder where a file should be (EISDIR): move it away'
  ],
  [
    'a long name',
    () => mkdirSync(`/tmp/${'x'.repeat(300)}`),
    'the name is too long for the system (ENAMETOOLONG): choose a shorter one'
  ]
])('says of %s what to do', (_, act, sentence) => {
  expect(whyNotWritten(thrownBy(act))).toBe(sentence);
});

it.each([
  ['EACCES', 'permission'],
  ['EROFS', 'read-only'],
  ['EDQUOT', 'share of the disk']
])('never calls %s a full disk', (code, found) => {
  const sentence = whyNotWritten(Object.assign(new Error(), { code }));
  expect(sentence).toContain(found);
  expect(sentence).not.toContain('free some space');
});

it('quotes what it does not know, in one line', () => {
  expect(whyNotWritten(new Error('EWHAT: odd.\nmore'))).toBe('EWHAT: odd');
  expect(whyNotWritten('odd')).toBe('odd');
});
