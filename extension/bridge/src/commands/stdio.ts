import type { Command } from 'commander';

import { addCourseMethods } from '../rpc/course.js';
import { addGenerationMethods } from '../rpc/generations.js';
import { serve } from '../rpc/serve.js';
import { addTaskMethods } from '../rpc/tasks.js';

/** `stdio`: the bridge of one kernel. The Python package starts it; it is not for people. */
export function addStdio(program: Command): void {
  program
    .command('stdio', { hidden: true })
    .description('serve one kernel: JSON-RPC 2.0 on stdin and stdout, until stdin ends')
    .action(async () => {
      await serve(process.stdin, process.stdout, [
        addTaskMethods,
        addGenerationMethods,
        addCourseMethods
      ]);
      process.exit(0);
    });
}
