/** What a code of the system means for somebody who wanted to read or write, and what helps. */
const MEANINGS: Record<string, [found: string, advice: string]> = {
  EACCES: ['you have no permission for that', 'give it to yourself, or choose another place'],
  EPERM: ['the system does not allow it', 'give yourself permission, or choose another place'],
  EROFS: ['that disk is read-only', 'choose a place on a disk that can be written to'],
  ENOSPC: ['the disk is full', 'free some space on it, or choose a place on another disk'],
  EDQUOT: [
    'your share of the disk is used up',
    'remove what you do not need there, or choose another disk'
  ],
  EFBIG: [
    'the file would be larger than is allowed',
    'raise the limit (`ulimit -f`), or choose another disk'
  ],
  ENOENT: ['a folder on the way is missing and could not be made', 'choose another place'],
  ENOTDIR: ['something on the way is not a folder', 'move it away, or choose another place'],
  EISDIR: ['there is a folder where a file should be', 'move it away'],
  EEXIST: ['something is there already', 'move it away, or choose another place'],
  ENOTEMPTY: ['something is there already', 'move it away, or choose another place'],
  ELOOP: [
    'there is a link in its place, or links lead back to themselves',
    'put a file or folder in the place of the link'
  ],
  ENAMETOOLONG: ['the name is too long for the system', 'choose a shorter one'],
  EINVAL: ['the system does not accept that name', 'choose another one'],
  EBUSY: ['something else is using it', 'end that, or choose another place'],
  ETXTBSY: ['a running program is using it', 'end that program'],
  EMFILE: ['too many files are open', 'close other programs, or raise the limit (`ulimit -n`)'],
  ENFILE: ['too many files are open', 'close other programs, or raise the limit (`ulimit -n`)'],
  ENXIO: ['it is a named pipe, a socket or a device', 'put a file in its place'],
  ENODEV: ['it is a device', 'put a file in its place'],
  ENOMEM: ['no memory is left', 'end other programs, then try again'],
  EIO: ['the disk reported an error', 'check the disk, or choose a place on another one']
};

/**
 * Says what an error of the system means, and what to do: `the disk is full (ENOSPC): free some space on it, or choose a
 * place on another disk`. There is no full stop.
 *
 * @param error what Node threw
 * @returns `null` when it has no code that is known here
 */
export function meaningOf(error: unknown): string | null {
  const { code = '' } = error as NodeJS.ErrnoException;
  const [found, advice] = (Object.hasOwn(MEANINGS, code) && MEANINGS[code]) || [];
  return found === undefined ? null : `${found} (${code}): ${advice}`;
}

/**
 * As {@link meaningOf}, to complete "Writing … failed: ". An error without a known code is quoted, in one line.
 *
 * @param error what Node threw
 */
export function whyNotWritten(error: unknown): string {
  const { message = String(error) } = error as Error;
  return meaningOf(error) ?? message.split('\n')[0]!.replace(/\.$/, '');
}
