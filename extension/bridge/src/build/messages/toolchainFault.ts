/** Returns a sentence when rustup and not the crate is at fault, else `null`. */
export function toolchainFault(output: string): string | null {
  const fault =
    /^error: (.*(?:toolchain|rustup).*(?:not installed|no (?:override|default)|could not choose|not configured).*)$/im.exec(
      output
    )?.[1];
  if (fault === undefined) return null;
  const found = `rustup could not start cargo (${fault.replace(/\.$/, '')})`;
  const missing = /toolchain '([\w.-]+)'.*not installed/.exec(fault)?.[1];
  if (missing === undefined) {
    return `${found}: install a toolchain with \`rustup default stable\`, or correct rust-toolchain.toml.`;
  }
  if (fault.includes('custom toolchain')) {
    return `${found}: make it with \`rustup toolchain link ${missing} FOLDER\`, or name another in rust-toolchain.toml or RUSTUP_TOOLCHAIN.`;
  }
  return `${found}: install it with \`rustup toolchain install ${withoutHost(missing)}\`, or name another in rust-toolchain.toml or RUSTUP_TOOLCHAIN.`;
}

/** `1.90` of `1.90-x86_64-unknown-linux-gnu`, and `nightly-2026-01-31` of the like. */
function withoutHost(toolchain: string): string {
  return /^(?:stable|beta|nightly|\d[\d.]*)(?:-\d{4}-\d\d-\d\d)?/.exec(toolchain)?.[0] ?? toolchain;
}
