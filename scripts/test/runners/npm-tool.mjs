import path from 'node:path';

import { ROOT } from '../../setup/places.mjs';

/** The command of a tool that npm installed. npx would start npm first, which takes longer than some of the tools. */
export function npmTool(name, ...args) {
  return [path.join(ROOT, 'node_modules', '.bin', name), ...args];
}
