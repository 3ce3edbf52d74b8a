import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { BUILD, TASK_EVENT, TASK_CANCEL } from '@jupyterlab-maturin/protocol';
import type {
  BuildEvent,
  BuildEventParams,
  BuildOutcome,
  BuildRequest
} from '@jupyterlab-maturin/protocol';
import { onTestFinished } from 'vitest';
import {
  StreamMessageReader,
  StreamMessageWriter,
  createMessageConnection
} from 'vscode-jsonrpc/node';
import type { MessageConnection } from 'vscode-jsonrpc/node';
import { BRIDGE } from './places.js';

/** A bridge process, and the kernel's end of the connection to it. */
export interface Bridge {
  process: ChildProcess;
  connection: MessageConnection;
  events: BuildEvent[];
  /** Waits until this many events of a kind have arrived. */
  waitForEvents(kind: BuildEvent['kind'], times: number): Promise<void>;
  build(request: BuildRequest): Promise<BuildOutcome>;
  cancel(id: string): Promise<void>;
  /** Ends its stdin, as a kernel does when it ends, and waits for its exit code. */
  end(): Promise<number | null>;
}

export function startBridge(): Bridge {
  if (!existsSync(BRIDGE)) {
    throw new Error(
      `${BRIDGE} is missing: run \`npm run build -w @jupyterlab-maturin/bridge\` first`
    );
  }
  const child = spawn(process.execPath, [BRIDGE, 'stdio'], {
    stdio: ['pipe', 'pipe', 'inherit']
  });
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin)
  );
  const events: BuildEvent[] = [];
  const listeners = new Set<() => void>();
  connection.onNotification(TASK_EVENT, ({ event }: BuildEventParams) => {
    events.push(event);
    listeners.forEach(listener => listener());
  });
  // A bridge that is killed on purpose closes its pipes under the writer.
  connection.onError(() => undefined);
  connection.listen();
  const exited = once(child, 'exit') as Promise<[number | null]>;
  const end = async () => {
    child.stdin.end();
    return (await exited)[0];
  };
  onTestFinished(async () => {
    await end();
  });
  return {
    process: child,
    connection,
    events,
    waitForEvents: (kind, times) =>
      new Promise(resolve => {
        const look = () => {
          if (events.filter(event => event.kind === kind).length >= times) {
            listeners.delete(look);
            resolve();
          }
        };
        listeners.add(look);
        look();
      }),
    build: request => connection.sendRequest(BUILD, request),
    cancel: id => connection.sendNotification(TASK_CANCEL, { id }),
    end
  };
}
