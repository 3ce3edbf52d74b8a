import { STALE_CELLS_TARGET } from '@jupyterlab-maturin/protocol';
import type { ISessionContext } from '@jupyterlab/apputils';
import type { Kernel } from '@jupyterlab/services';
import type { StaleCellsModel } from './model.js';

/**
 * Keeps `model` as the session's kernel says.
 *
 * @param wasBuilt whether the notebook shows a build, so that a kernel that ran before may know of stale cells.
 */
export function connect(
  session: ISessionContext,
  model: StaleCellsModel,
  wasBuilt: () => boolean
): void {
  const follow = (kernel: Kernel.IKernelConnection | null | undefined): void => {
    model.clear();
    if (!kernel?.handleComms) {
      return;
    }
    kernel.registerCommTarget(STALE_CELLS_TARGET, (comm, message) => {
      listen(comm, model);
      model.receive(message.content.data);
    });
    if (wasBuilt()) {
      // A kernel that ends before it answers has no stale cells.
      ask(kernel, model).catch(() => undefined);
    }
  };
  session.kernelChanged.connect((_, { newValue }) => follow(newValue));
  session.statusChanged.connect((_, status) => {
    if (status === 'restarting' || status === 'autorestarting') {
      model.clear();
    }
  });
  follow(session.session?.kernel);
}

/** Asks a kernel that opened its comm before this page was there to say once more what it said. */
async function ask(kernel: Kernel.IKernelConnection, model: StaleCellsModel): Promise<void> {
  const { content } = await kernel.requestCommInfo({ target_name: STALE_CELLS_TARGET });
  for (const id of content.status === 'ok' ? Object.keys(content.comms) : []) {
    if (!kernel.hasComm(id)) {
      const comm = kernel.createComm(STALE_CELLS_TARGET, id);
      listen(comm, model);
      comm.send({});
    }
  }
}

function listen(comm: Kernel.IComm, model: StaleCellsModel): void {
  comm.onMsg = ({ content }) => model.receive(content.data);
}
