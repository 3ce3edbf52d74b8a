/** Where the project and what it runs are. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));
export const BIN = path.join(REPOSITORY, '.venv', 'bin');
