import type { ISessionContext } from '@jupyterlab/apputils';
import type { Kernel } from '@jupyterlab/services';
import type { JSONValue } from '@lumino/coreutils';

/** What hears from a kernel. */
export interface KernelListener {
  /** Takes in what the kernel sent. */
  receive(data: unknown): void;
  /** Forgets all that the kernel said: it is gone. */
  clear(): void;
}

/**
 * Listens to the comm that the session's kernel opens for `target`, whichever kernel that is.
 *
 * @param wasUsed whether the notebook shows that a kernel that ran before may have opened the comm already.
 * @returns sends something to the kernel, and whether there was an open comm to send it over.
 */
export function listenToKernel(
  session: ISessionContext,
  target: string,
  listener: KernelListener,
  wasUsed: () => boolean
): (data: JSONValue) => boolean {
  let open: Kernel.IComm | null = null;
  const forget = (): void => {
    open = null;
    listener.clear();
  };
  const listen = (comm: Kernel.IComm): void => {
    open = comm;
    comm.onMsg = ({ content }) => listener.receive(content.data);
  };
  /** Asks a kernel that opened its comm before this page was there to say once more what it said. */
  const ask = async (kernel: Kernel.IKernelConnection): Promise<void> => {
    const { content } = await kernel.requestCommInfo({ target_name: target });
    for (const id of content.status === 'ok' ? Object.keys(content.comms) : []) {
      if (!kernel.hasComm(id)) {
        const comm = kernel.createComm(target, id);
        listen(comm);
        comm.send({});
      }
    }
  };
  const follow = (kernel: Kernel.IKernelConnection | null | undefined): void => {
    forget();
    if (!kernel?.handleComms) {
      return;
    }
    kernel.registerCommTarget(target, (comm, message) => {
      listen(comm);
      listener.receive(message.content.data);
    });
    if (wasUsed()) {
      // A kernel that ends before it answers has nothing to say.
      ask(kernel).catch(() => undefined);
    }
  };
  session.kernelChanged.connect((_, { newValue }) => follow(newValue));
  session.statusChanged.connect((_, status) => {
    if (['restarting', 'autorestarting', 'dead'].includes(status)) {
      forget();
    }
  });
  follow(session.session?.kernel);
  return data => {
    open?.send(data);
    return open !== null;
  };
}
