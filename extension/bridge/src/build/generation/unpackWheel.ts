import { createHash } from 'node:crypto';
import type { Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { dirname, join, normalize } from 'node:path';
import { Unzip, UnzipInflate } from 'fflate';

/** A wheel's files on disk. */
export interface Unpacked {
  /** Paths relative to the directory, with `/` between their parts. */
  files: string[];
  /** SHA-256 over the files that decide what an import does. It is the same for two equal builds. */
  digest: string;
}

/**
 * Unpacks a wheel into `directory` as an installer would, for the user's eyes only. It reads and writes piece by piece, because the library of a
 * debug build can be hundreds of megabytes.
 */
export async function unpackWheel(wheel: string, directory: string): Promise<Unpacked> {
  const pieces: Piece[] = [];
  const unzip = new Unzip(file => {
    const path = installedPath(file.name);
    file.ondata = (error, chunk, final) => {
      if (error) {
        throw error;
      }
      pieces.push({ path, chunk, final });
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  const writer = new Writer(directory);
  for await (const chunk of createReadStream(wheel, { highWaterMark: 1 << 20 })) {
    unzip.push(chunk as Buffer);
    await writer.write(pieces.splice(0));
  }
  unzip.push(new Uint8Array(0), true);
  await writer.write(pieces);
  return writer.finish();
}

interface Piece {
  path: string;
  chunk: Uint8Array;
  final: boolean;
}

/** `NAME.data/platlib/x` and `…/purelib/x` are installed as `x`. */
function installedPath(name: string): string {
  const path = normalize(name.replace(/^[^/]+\.data\/(?:platlib|purelib)\//, ''));
  if (path.startsWith('/') || path.startsWith('..')) {
    throw new Error(
      `the wheel holds a file that would be unpacked outside of its directory: ${name}`
    );
  }
  return path;
}

/** Whether a file holds checksums or an inventory, which may differ between two equal builds. */
function isBookkeeping(path: string): boolean {
  return /^[^/]+\.dist-info\/(?:RECORD$|WHEEL$|sboms\/)/.test(path);
}

class Writer {
  private readonly digests = new Map<string, string>();
  private current: { path: string; handle: FileHandle; hash: Hash } | null = null;
  private readonly made = new Set<string>();

  constructor(private readonly directory: string) {}

  async write(pieces: Piece[]): Promise<void> {
    for (const { path, chunk, final } of pieces) {
      if (path.endsWith('/')) {
        continue;
      }
      const { handle, hash } = (this.current ??= await this.begin(path));
      await handle.write(chunk);
      hash.update(chunk);
      if (final) {
        await handle.close();
        this.digests.set(path, hash.digest('hex'));
        this.current = null;
      }
    }
  }

  finish(): Unpacked {
    const files = [...this.digests.keys()].sort();
    const whole = createHash('sha256');
    for (const path of files.filter(one => !isBookkeeping(one))) {
      whole.update(`${path}\0${this.digests.get(path)}\n`);
    }
    return { files, digest: whole.digest('hex') };
  }

  private async begin(path: string): Promise<{ path: string; handle: FileHandle; hash: Hash }> {
    const file = join(this.directory, path);
    const parent = dirname(file);
    if (!this.made.has(parent)) {
      await mkdir(parent, { recursive: true, mode: 0o700 });
      this.made.add(parent);
    }
    const handle = await open(file, 'wx', 0o600);
    return { path, handle, hash: createHash('sha256') };
  }
}
