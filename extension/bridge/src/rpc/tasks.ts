import { TASK_CANCEL, TASK_EVENT, isTaskCancel } from '@jupyterlab-maturin/protocol';
import { ErrorCodes, ResponseError } from 'vscode-jsonrpc/node';
import type { CancellationToken, MessageConnection } from 'vscode-jsonrpc/node';
import { buildTask, verifyTask } from '../tasks/kinds.js';
import type { Task } from '../tasks/task.js';
import { onValidRequest } from './requests.js';
import type { AddMethods, Running } from './serve.js';

/** Registers the tasks. Any number of them runs at once; each is known by its request's id. */
export const addTaskMethods: AddMethods = (connection, running) => {
  const controllers = new Map<string, AbortController>();
  addTask(buildTask, connection, running, controllers);
  addTask(verifyTask, connection, running, controllers);
  connection.onNotification(TASK_CANCEL, (params: unknown) => {
    if (isTaskCancel(params)) controllers.get(params.id)?.abort();
  });
};

function addTask<Request extends { id: string }, Event, Outcome>(
  task: Task<Request, Event, Outcome>,
  connection: MessageConnection,
  running: Running,
  controllers: Map<string, AbortController>
): void {
  onValidRequest(
    connection,
    task.method,
    task.isRequest,
    async (request, token: CancellationToken) => {
      const { id } = request;
      if (controllers.has(id)) {
        return new ResponseError(
          ErrorCodes.InvalidParams,
          `A task with the id ${id} is running already: choose another id.`
        );
      }
      const controller = new AbortController();
      controllers.set(id, controller);
      token.onCancellationRequested(() => controller.abort());
      const sendEvent = (event: Event): void => {
        // This fails when the connection has ended, at once or later, and then the task is being cancelled.
        const send = async (): Promise<void> =>
          await connection.sendNotification(TASK_EVENT, { id, event });
        send().catch(() => undefined);
      };
      const signal = AbortSignal.any([controller.signal, running.signal]);
      try {
        return await running.track(task.run(request, sendEvent, signal));
      } finally {
        controllers.delete(id);
      }
    }
  );
}
