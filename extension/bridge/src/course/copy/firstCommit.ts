import { execa } from 'execa';

/**
 * Makes `folder` a git repository with one commit, so that a learner can branch and go back. A course is of use without
 * one too.
 *
 * @returns what to tell the learner: nothing, or one sentence when git is missing or refused
 */
export async function firstCommit(folder: string): Promise<string[]> {
  const git = async (...args: string[]): Promise<{ failed: boolean; stderr: string }> =>
    execa('git', args, {
      cwd: folder,
      env: withoutRepository(process.env),
      extendEnv: false,
      reject: false,
      stdin: 'ignore'
    });
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

/** What `git rev-parse --local-env-vars` prints: variables that make git work on another repository than the folder's. */
const OF_A_REPOSITORY =
  /^GIT_(DIR|WORK_TREE|INDEX_FILE|OBJECT_DIRECTORY|ALTERNATE_OBJECT_DIRECTORIES|COMMON_DIR|NAMESPACE|PREFIX|GRAFT_FILE|SHALLOW_FILE|REPLACE_REF_BASE|NO_REPLACE_OBJECTS|IMPLICIT_WORK_TREE|INTERNAL_SUPER_PREFIX|CONFIG|CONFIG_PARAMETERS|CONFIG_COUNT)$/;

/** In a git hook, say, these variables are set, and the commit would go into the repository of the hook. */
function withoutRepository(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(environment).filter(([name]) => !OF_A_REPOSITORY.test(name))
  );
}
