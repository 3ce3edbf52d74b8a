/** Looks for the processes of a build in /proc, by their working directory or arguments. */
import { readFileSync, readdirSync } from 'node:fs';

/** The command lines of running processes that mention `text` and are cargo, rustc or maturin. */
export function buildProcesses(text: string): string[] {
  return readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .flatMap(pid => {
      try {
        const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
        const environment = readFileSync(`/proc/${pid}/environ`, 'utf8');
        const builds = /(^|\/)(cargo|rustc|maturin)( |$)/.test(command);
        return builds && `${command} ${environment}`.includes(text) ? [command] : [];
      } catch {
        return []; // it ended while we were looking
      }
    });
}
