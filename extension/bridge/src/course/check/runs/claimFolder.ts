import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync
} from 'node:fs';
import path from 'node:path';

/**
 * Claims a folder below `parent` for this process; `release` ends the claim.
 *
 * The folders are numbered and used again, so that cargo finds each crate where it was built the last time. The claim of
 * a process that has ended does not count.
 */
export function claimFolder(parent: string): {
  folder: string;
  release: () => void;
} {
  mkdirSync(parent, { recursive: true });
  for (let number = 1; ; number += 1) {
    const claim = path.join(parent, `${number}.pid`);
    if (existsSync(claim) && !isAlive(Number(readFileSync(claim, 'utf8')))) {
      rmSync(claim, { force: true });
    }
    try {
      const descriptor = openSync(claim, 'wx');
      writeSync(descriptor, String(process.pid));
      closeSync(descriptor);
      return {
        folder: path.join(parent, String(number)),
        release: () => rmSync(claim, { force: true })
      };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
