import { readFile, readdir } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';

/** Milliseconds that a process group has between SIGTERM and SIGKILL. */
const GRACE = 300;

/**
 * Ends a whole process group, first with SIGTERM and then with SIGKILL, and returns when no process of it runs any more.
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

/** Returns `false` when there is no such group. */
function signalGroup(leader: number, signal: NodeJS.Signals | 0): boolean {
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
  // In a container whose first process never collects its children, one that has ended stays in its group for ever.
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
