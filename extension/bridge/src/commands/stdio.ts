import type { Command } from 'commander';
import { addBuildMethods } from '../rpc/build.js';
import { addCourseMethods } from '../rpc/course.js';
import { serve } from '../rpc/serve.js';

/** `stdio`: what a kernel starts. */
export function addStdio(program: Command): void {
  program
    .command('stdio', { hidden: true })
    .description('serve one kernel: JSON-RPC 2.0 on stdin and stdout, until stdin ends')
    .action(async () => {
      await serve(process.stdin, process.stdout, [addBuildMethods, addCourseMethods]);
      process.exit(0);
    });
}
