import { execa } from 'execa';

/**
 * Makes `folder` a git repository with one commit, so that a learner can branch and go back. A course is of use without
 * one too.
 *
 * @returns what to tell the learner: nothing, or one sentence when git is missing or refused
 */
export async function firstCommit(folder: string): Promise<string[]> {
  const git = async (...args: string[]): Promise<{ failed: boolean; stderr: string }> =>
    execa('git', args, { cwd: folder, reject: false, stdin: 'ignore' });
  if ((await git('--version')).failed) {
    return ['git was not found, so the course has no history to go back in.'];
  }
  // git refuses to commit without a name. One is given for this commit alone; the learner's settings stay as they are.
  const hasName = !(await git('config', 'user.email')).failed;
  const name = ['-c', 'user.name=jupyterlab-maturin', '-c', 'user.email=course@localhost'];
  const commit = [
    ...(hasName ? [] : name),
    '-c',
    'commit.gpgsign=false',
    'commit',
    '--quiet',
    '--no-verify',
    '--message',
    'The course, as it was shipped'
  ];
  const steps = { init: ['init', '--quiet'], add: ['add', '--all'], commit };
  for (const [step, args] of Object.entries(steps)) {
    const { failed, stderr } = await git(...args);
    if (failed) {
      const [reason] = stderr.trim().split('\n');
      return [`git ${step} failed (${reason}), so the course has no first commit to go back to.`];
    }
  }
  return [];
}
