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

/** Registers the methods of one feature. */
export type AddMethods = (connection: MessageConnection, running: Running) => void;

/** The tasks that are running. When the connection ends, they are cancelled and waited for. */
export class Running {
  private readonly work = new Set<Promise<unknown>>();
  private readonly controller = new AbortController();

  /** Aborts when the connection ends. */
  get signal(): AbortSignal {
    return this.controller.signal;
  }

  /** Waits for a task, which counts as running until then. */
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

/** Serves JSON-RPC until the input ends or a signal arrives. Returns when no task is running any more. */
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
    // When stdin is a file or a device it ends, but is not closed.
    input.once('end', resolve);
    connection.onError(([error]) => {
      // The kernel no longer reads, so it has ended.
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
      `The kernel speaks protocol ${protocol} and the bridge protocol ${PROTOCOL_VERSION}: install jupyterlab-maturin again and restart the kernel.`
    );
  }
  return {
    protocol: PROTOCOL_VERSION,
    version: VERSION,
    node: process.versions.node,
    pid: process.pid
  };
}
