/** Installs the locked npm packages with the Node and npm that pip brought. */
import { CommandError, runTool } from './run.mjs';

/** npm's own waits between its three attempts add up to more than a minute. */
const RETRIES = ['--fetch-retry-mintimeout=2000', '--fetch-retry-maxtimeout=10000'];

/** @param {{detail: (text: string) => void}} task */
export async function installNpmPackages({ detail }) {
  let fetched = 0;
  const incomplete = [];
  await runTool('npm', ['ci', '--loglevel=http', ...RETRIES], line => {
    if (/^npm http fetch GET 200 .*\.tgz /.test(line)) detail(`${(fetched += 1)} packages fetched`);
    if (/^npm http fetch .* attempt \d+ failed/.test(line)) detail('no answer, trying again');
    if (line.includes('TAR_ENTRY_ERROR')) incomplete.push(line);
  });
  // npm counts a package that it could not unpack, on a full disk for instance, as installed.
  if (incomplete.length > 0) {
    throw new CommandError('`npm ci` could not unpack every package', 1, incomplete.join('\n'));
  }
}
