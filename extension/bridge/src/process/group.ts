import { readFile, readdir } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';

/** Milliseconds that a process group gets to end by itself. */
const GRACE = 300;

/**
 * End a whole process group, SIGTERM first, and return when no process of it runs any more.
 *
 * execa's `killDescendants` sends the same signals but does not wait for the descendants.
 */
export async function endGroup(leader: number): Promise<void> {
  signalGroup(leader, 'SIGTERM');
  const deadline = Date.now() + GRACE;
  while (await isRunning(leader)) {
    if (Date.now() >= deadline) {
      signalGroup(leader, 'SIGKILL');
    }
    await delay(10);
  }
}

/** False when there is no such group. */
export function signalGroup(leader: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(-leader, signal);
  } catch {
    return false;
  }
}

async function isRunning(leader: number): Promise<boolean> {
  if (!signalGroup(leader, 0)) {
    return false;
  }
  // A process whose parent died waits for init to collect it, in some containers for ever; it runs no more.
  return process.platform !== 'linux' || (await hasLiveMember(leader));
}

async function hasLiveMember(leader: number): Promise<boolean> {
  for (const pid of await readdir('/proc')) {
    if (!/^\d+$/.test(pid)) {
      continue;
    }
    const stat = await readFile(`/proc/${pid}/stat`, 'latin1').catch(() => null);
    // `pid (name) state ppid pgrp …`; the name may hold spaces and parentheses.
    const [state, , group] = stat?.slice(stat.lastIndexOf(')') + 2).split(' ') ?? [];
    if (Number(group) === leader && state !== 'Z' && state !== 'X') {
      return true;
    }
  }
  return false;
}
