import type { Profile } from './profile.js';
import { variableOf } from './profile.js';

/** What the build adds to the caller's environment, and nothing else. */
export function buildEnvironment(
  environment: Record<string, string>,
  profile: Profile
): Record<string, string> {
  const added: Record<string, string> = {
    // cargo then counts `n/m` on a pipe too; without a width it prints no count.
    CARGO_TERM_PROGRESS_WHEN: 'always',
    CARGO_TERM_PROGRESS_WIDTH: '80'
  };
  if (!profile.settings.has('incremental') && !('CARGO_INCREMENTAL' in environment)) {
    // An optimised build then follows an edit as fast as a debug build does.
    added[variableOf(profile.name, 'incremental')] = 'true';
  }
  return { ...environment, ...added };
}
