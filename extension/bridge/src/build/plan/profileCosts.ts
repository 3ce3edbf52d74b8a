import type { CrateSource } from '../crate/source.js';
import { stringAt } from '../crate/toml.js';
import type { Profile } from './profile.js';

/** Returns a sentence when pyproject.toml names a profile for maturin that this build does not use. */
export function overruledProfile({ pyproject }: CrateSource, used: string): string[] {
  const named = stringAt(pyproject?.table ?? null, 'tool', 'maturin', 'profile');
  return named === null || named === used
    ? []
    : [
        `\`profile = "${named}"\` in [tool.maturin] (${pyproject!.file}) does not count here: this build uses ${used}; \`--profile ${named}\` chooses it`
      ];
}

/**
 * Returns a sentence for each setting of the profile that makes builds or the module slow, or that ends the kernel.
 * Builds keep to these settings, because they are the user's choice.
 */
export function profileCosts(profile: Profile): string[] {
  const costs: string[] = [];
  const add = (key: string, sentenceFor: (value: unknown) => string | null) => {
    const setting = profile.settings.get(key);
    const sentence = setting && sentenceFor(setting.value);
    if (setting && sentence) {
      const written =
        typeof setting.value === 'string' ? `"${setting.value}"` : String(setting.value);
      costs.push(
        `\`${key} = ${written}\` of profile ${profile.name} (${setting.where}) ${sentence}`
      );
    }
  };
  add('lto', value =>
    value === false || value === 'off'
      ? null
      : 'optimises across all crates at every build, which takes seconds instead of fractions of a second; it is kept.'
  );
  add('codegen-units', value =>
    typeof value === 'number' && value < 4
      ? 'keeps rustc from compiling in parallel and makes rebuilds slower; it is kept.'
      : null
  );
  add('incremental', value =>
    value === false ? 'makes rustc compile the whole crate again at every edit; it is kept.' : null
  );
  add('opt-level', value =>
    profile.name !== 'dev' && value === 0
      ? 'leaves the code unoptimised: timings will be those of a debug build.'
      : null
  );
  add('panic', value => (value === 'abort' ? 'ends the whole kernel when Rust panics.' : null));
  return costs;
}
