import { closeSync, constants, fstatSync, openSync, readSync, statSync, type Stats } from 'node:fs';

/** Bytes of the largest text that a person writes by hand: a manifest, an `exercise.toml`, a source file. */
export const TEXT_LIMIT = 4 * 2 ** 20;

/** A file of somebody else's that cannot be used. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile';

  /**
   * @param file the path that was asked for
   * @param reason completes "… could not be read: it …": `is a directory`, `does not exist`
   * @param code the system's error code, or `null` when the file was refused for what it is
   */
  constructor(
    readonly file: string,
    readonly reason: string,
    readonly code: string | null,
    options?: ErrorOptions
  ) {
    super(`${file} could not be read: it ${reason}`, options);
  }

  /** Whether there is nothing at that path. */
  get isMissing(): boolean {
    return this.code === 'ENOENT' || this.code === 'ENOTDIR';
  }
}

/**
 * Reads a file that others may have put there. It has to be a regular file: opening a FIFO would wait for a writer, and
 * `/dev/zero` never ends. Links are followed, because people link files on purpose.
 *
 * @param limit the most bytes that make sense
 * @throws UnreadableFile
 */
export function readForeignFile(file: string, limit: number): Buffer {
  let descriptor: number;
  try {
    // Without O_NONBLOCK, opening a FIFO that nobody writes to never returns.
    const flags = constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOCTTY;
    descriptor = openSync(file, flags);
  } catch (error) {
    throw unreadable(file, error);
  }
  try {
    const stats = fstatSync(descriptor);
    const kind = kindOf(stats);
    if (kind !== null) throw new UnreadableFile(file, `is ${kind}`, null);
    if (stats.size > limit) throw tooLarge(file, limit);
    return readUpTo(descriptor, limit, stats.size) ?? fail(tooLarge(file, limit));
  } catch (error) {
    throw error instanceof UnreadableFile ? error : unreadable(file, error);
  } finally {
    closeSync(descriptor);
  }
}

/**
 * Reads a text file as {@link readForeignFile} does, without the byte order mark that some editors begin it with.
 *
 * @throws UnreadableFile
 */
export function readForeignText(file: string, limit = TEXT_LIMIT): string {
  return readForeignFile(file, limit)
    .toString('utf8')
    .replace(/^\uFEFF/, '');
}

/** Returns `null` when there is more than `limit`: files in /proc say that their size is 0, and others may grow. */
function readUpTo(descriptor: number, limit: number, expected: number): Buffer | null {
  const parts: Buffer[] = [];
  let total = 0;
  for (;;) {
    const part = Buffer.allocUnsafe(Math.max(4096, Math.min(expected - total + 1, 1 << 20)));
    const count = readSync(descriptor, part, 0, part.length, null);
    if (count === 0) return Buffer.concat(parts, total);
    total += count;
    if (total > limit) return null;
    parts.push(part.subarray(0, count));
  }
}

/** Says what stands where a file should be, links followed: `a device`. `null` for a regular file and for nothing. */
export function kindOfFile(file: string): string | null {
  try {
    const stats = statSync(file, { throwIfNoEntry: false });
    return stats === undefined ? null : kindOf(stats);
  } catch {
    return null; // whoever reads it gets the system's error
  }
}

/** Returns `null` for a regular file. */
function kindOf(stats: Stats): string | null {
  if (stats.isFile()) return null;
  if (stats.isDirectory()) return 'a directory';
  if (stats.isFIFO()) return 'a named pipe';
  return stats.isSocket() ? 'a socket' : 'a device';
}

function tooLarge(file: string, limit: number): UnreadableFile {
  const size = limit >= 2 ** 20 ? `${limit / 2 ** 20} MiB` : `${limit} bytes`;
  return new UnreadableFile(file, `is larger than ${size}`, null);
}

const REASONS: Record<string, string> = {
  ENOENT: 'does not exist',
  ENOTDIR: 'does not exist',
  EACCES: 'may not be read by you',
  EPERM: 'may not be read by you',
  ELOOP: 'is a link that leads back to itself',
  ENXIO: 'is a socket or a device'
};

function unreadable(file: string, error: unknown): UnreadableFile {
  const { code = null, message } = error as NodeJS.ErrnoException;
  const known = code !== null && Object.hasOwn(REASONS, code) ? REASONS[code] : undefined;
  const reason = known ?? `gave the error ${message}`;
  return new UnreadableFile(file, reason, code, { cause: error });
}

function fail(error: Error): never {
  throw error;
}
