import { chmod } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Whether a test can act as another user: only root can. */
export const CAN_BE_ANOTHER = process.geteuid!() === 0;

/** A user without rights of its own on every Unix. */
const NOBODY = 65534;

/** Runs a part of a test as another user with no groups of ours. All threads of this process change. */
export async function asAnotherUser<T>(work: () => Promise<T>): Promise<T> {
  const groups = process.getgroups!();
  process.setgroups!([]);
  process.setegid!(NOBODY);
  process.seteuid!(NOBODY);
  try {
    return await work();
  } finally {
    process.seteuid!(0);
    process.setegid!(0);
    process.setgroups!(groups);
  }
}

/** Lets every user into a folder, and write there, as in a target directory that several people share. */
export async function openForAll(directory: string): Promise<void> {
  await chmod(dirname(directory), 0o755);
  await chmod(directory, 0o777);
}
