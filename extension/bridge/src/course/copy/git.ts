import { execa } from 'execa';

/**
 * Makes `folder` a git repository with one commit, so that a learner can branch and go back.
 * Returns what to tell: nothing, or one sentence when there is no git or it would not.
 */
export async function firstCommit(folder: string): Promise<string[]> {
  const git = (...args: string[]): Promise<{ failed: boolean; said: string }> =>
    execa('git', args, { cwd: folder, reject: false, stdin: 'ignore' }).then(
      ({ failed, stderr, shortMessage }) => ({
        failed,
        said: stderr.trim().split('\n')[0] ?? shortMessage ?? ''
      })
    );
  if ((await git('--version')).failed) {
    return ['git was not found: the course is there, without a history to go back in.'];
  }
  // Who has not told git a name yet should not have to do it now; nothing is written into their settings.
  const known = !(await git('config', 'user.email')).failed;
  const identity = known
    ? []
    : ['-c', 'user.name=jupyterlab-maturin', '-c', 'user.email=course@localhost'];
  for (const step of [
    ['init', '--quiet'],
    ['add', '--all'],
    [
      ...identity,
      '-c',
      'commit.gpgsign=false',
      'commit',
      '--quiet',
      '--no-verify',
      '--message',
      'The course, as it was shipped'
    ]
  ]) {
    const { failed, said } = await git(...step);
    if (failed) {
      return [
        `git ${step.includes('commit') ? 'commit' : step[0]} failed (${said}): the course is there, without a first commit.`
      ];
    }
  }
  return [];
}
