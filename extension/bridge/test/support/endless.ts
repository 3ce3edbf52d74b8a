import { once } from 'node:events';
import { readFile, readdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import { manifest, write } from './crates.js';

/** A crate whose build script reports that it runs, and then does not end. */
export interface EndlessCrate {
  directory: string;
  /** Waits until a build script of it runs. */
  running(): Promise<RunningScript>;
}

export interface RunningScript {
  /** The build's process group. */
  group: number;
  /** Resolves when the script is gone. */
  gone: Promise<unknown>;
}

export async function writeEndlessCrate(name: string): Promise<EndlessCrate> {
  const directory = await write({
    'Cargo.toml': manifest(name, ''),
    'src/lib.rs': '',
    'build.rs': `use std::io::Write;
fn main() {
    let mut socket = std::os::unix::net::UnixStream::connect(std::env::var("ENDLESS_SOCKET").unwrap()).unwrap();
    writeln!(socket, "{}", std::process::id()).unwrap();
    std::thread::sleep(std::time::Duration::from_secs(600));
}
`
  });
  const server = createServer();
  server.listen(join(directory, 'socket'));
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  return {
    directory,
    async running() {
      const [socket] = (await once(server, 'connection')) as [Socket];
      const [pid] = (await once(socket, 'data')) as [Buffer];
      socket.on('error', () => undefined);
      return {
        group: await groupOf(Number(String(pid))),
        gone: once(socket, 'close')
      };
    }
  };
}

/** The environment that the endless crate's script needs. */
export function endlessEnvironment(crate: EndlessCrate): Record<string, string> {
  return {
    ENDLESS_SOCKET: join(crate.directory, 'socket'),
    CARGO_TARGET_DIR: join(crate.directory, 'target')
  };
}

/** Names of the processes of a group that run. */
export async function groupMembers(group: number): Promise<string[]> {
  const names: string[] = [];
  for (const pid of (await readdir('/proc')).filter(name => /^\d+$/.test(name))) {
    const stat = await readFile(`/proc/${pid}/stat`, 'latin1').catch(() => '');
    const [state, , pgrp] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (Number(pgrp) === group && state !== 'Z') {
      names.push(stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')')));
    }
  }
  return names;
}

/** Waits until a group has no processes. They are not our children, so there is no event for their end. */
export async function groupGone(group: number): Promise<void> {
  while ((await groupMembers(group)).length) {
    await delay(5);
  }
}

async function groupOf(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'latin1');
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[2]);
}
