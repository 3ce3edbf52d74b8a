import { HELLO, PROTOCOL_VERSION, isHello } from '@jupyterlab-maturin/protocol';
import type { Hello, Welcome } from '@jupyterlab-maturin/protocol';
import {
  ErrorCodes,
  ResponseError,
  StreamMessageReader,
  StreamMessageWriter,
  createMessageConnection
} from 'vscode-jsonrpc/node';
import type { MessageConnection } from 'vscode-jsonrpc/node';
import { VERSION } from '../version.js';
import { onValidRequest } from './requests.js';

/** Adds one feature's methods to a connection. */
export type AddMethods = (connection: MessageConnection, running: Running) => void;

/** The work that is under way: all of it is cancelled, and waited for, when the connection ends. */
export class Running {
  private readonly work = new Set<Promise<unknown>>();
  private readonly controller = new AbortController();

  /** Aborts when the connection ends. */
  get signal(): AbortSignal {
    return this.controller.signal;
  }

  /** Run `task` as part of the connection's work. */
  async track<T>(task: Promise<T>): Promise<T> {
    this.work.add(task);
    try {
      return await task;
    } finally {
      this.work.delete(task);
    }
  }

  async end(): Promise<void> {
    this.controller.abort();
    await Promise.allSettled(this.work);
  }
}

/**
 * Serve JSON-RPC until the input ends or a signal says so; returns when everything that was under way is gone.
 */
export async function serve(
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
  methods: AddMethods[]
): Promise<void> {
  const connection = createMessageConnection(
    new StreamMessageReader(input),
    new StreamMessageWriter(output)
  );
  const running = new Running();
  onValidRequest(connection, HELLO, isHello, greet);
  methods.forEach(add => add(connection, running));
  const ended = new Promise<void>(resolve => {
    connection.onClose(resolve);
    // A file or a device as stdin ends without being closed.
    input.once('end', resolve);
    connection.onError(([error]) => {
      // The other side closed its end of the pipe: the same as its end.
      if ('code' in error && error.code === 'EPIPE') {
        resolve();
      }
    });
    process.once('SIGTERM', () => resolve());
    process.once('SIGINT', () => resolve());
  });
  connection.listen();
  await ended;
  await running.end();
  connection.dispose();
}

function greet({ protocol }: Hello): Welcome | ResponseError {
  if (protocol !== PROTOCOL_VERSION) {
    return new ResponseError(
      ErrorCodes.InvalidRequest,
      `The kernel speaks protocol ${protocol} and the bridge ${PROTOCOL_VERSION}: install one version of jupyterlab-maturin and restart the kernel.`
    );
  }
  return {
    protocol: PROTOCOL_VERSION,
    version: VERSION,
    node: process.versions.node,
    pid: process.pid
  };
}
