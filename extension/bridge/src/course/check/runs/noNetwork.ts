import { execa } from 'execa';

/** A shell that switches the loopback device on, in a network of its own, and becomes the command that follows. */
const LOOPBACK_ONLY = [
  'unshare',
  '--map-root-user',
  '--net',
  'sh',
  '-c',
  'ip link set lo up && exec "$@"',
  'sh'
];

/**
 * Returns a command that runs another one, given as its arguments, in a network namespace with loopback only. It is empty
 * where the system allows none; then only Python's own sockets are kept from leaving the machine.
 */
export async function commandWithoutNetwork(): Promise<readonly string[]> {
  const [file, ...args] = [...LOOPBACK_ONLY, 'true'];
  const { failed } = await execa(file, args, { reject: false, stdin: 'ignore' });
  return failed ? [] : LOOPBACK_ONLY;
}
