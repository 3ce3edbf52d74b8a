import { spawn } from 'node:child_process';
import { once } from 'node:events';

import { expect, test } from 'vitest';

import { RUN_VARIABLE, endLeftovers, processesOf } from '../leftovers.mjs';

test.runIf(process.platform === 'linux')(
  'a process group of its own does not save a process from the end of its run',
  async () => {
    const start = run => {
      const env = { ...process.env, [RUN_VARIABLE]: run };
      return spawn('sleep', ['600'], { env, detached: true, stdio: 'ignore' });
    };
    const [ours, theirs] = [start('/runs/1'), start('/runs/12')];
    await Promise.all([once(ours, 'spawn'), once(theirs, 'spawn')]);
    const gone = once(ours, 'exit');
    endLeftovers('/runs/1');
    expect((await gone)[1]).toBe('SIGKILL');
    expect(processesOf('/runs/12')).toEqual([theirs.pid]);
    theirs.kill('SIGKILL');
  }
);
