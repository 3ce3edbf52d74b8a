import { execa } from 'execa';

/** A shell that switches the loopback device on, in a network of its own, and becomes the command. */
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
 * Returns a command to run tests by so that nothing leaves the machine: a network namespace with loopback only. Where the
 * system does not allow one it is empty, and only Python's own sockets are watched.
 */
export async function roomWithoutNetwork(): Promise<readonly string[]> {
  const [file, ...args] = [...LOOPBACK_ONLY, 'true'];
  const { failed } = await execa(file, args, {
    reject: false,
    stdin: 'ignore'
  });
  return failed ? [] : LOOPBACK_ONLY;
}
