import { lstat, mkdir, mkdtemp, readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { makePrivateDirectory, removeLeftBehind } from '../src/build/run/privateDirectory.js';
import { withoutServerVariables } from '../src/process/serverVariables.js';
import { startBridge } from './support/bridge.js';
import { built, plainEnvironment, request } from './support/builds.js';
import { crateWithoutPyo3, scratch, write } from './support/crates.js';
import { endlessEnvironment, groupGone, writeEndlessCrate } from './support/endless.js';

/** What a server and a hub set, each with a value that can be looked for. */
const SECRETS = {
  JUPYTER_TOKEN: 'sesame-1',
  JPY_API_TOKEN: 'sesame-2',
  JUPYTERHUB_API_TOKEN: 'sesame-3',
  JUPYTERHUB_CRYPT_KEY: 'sesame-4',
  JUPYTER_GATEWAY_AUTH_TOKEN: 'sesame-5',
  CONFIGPROXY_AUTH_TOKEN: 'sesame-6',
  JUPYTER_SERVER_PASSWORD: 'sesame-7'
};

/** The files below a folder that hold a text. */
async function filesWith(folder: string, text: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const files = entries.filter(entry => entry.isFile()).map(one => join(one.parentPath, one.name));
  const contents = await Promise.all(files.map(file => readFile(file, 'latin1')));
  return files.filter((_file, index) => contents[index]!.includes(text));
}

async function ownTemporaryFolder(): Promise<string> {
  const folder = await scratch();
  vi.stubEnv('TMPDIR', folder);
  onTestFinished(() => void vi.unstubAllEnvs());
  return folder;
}

test("a server's variables are taken out of an environment, and nothing that cargo may need", () => {
  const needed = {
    PATH: '/bin',
    CARGO_REGISTRIES_OURS_TOKEN: 'x',
    GITHUB_TOKEN: 'x',
    JUPYTER_CONFIG_DIR: '/etc',
    JUPYTERLAB_MATURIN_PYTHON: 'python',
    MY_JUPYTER_TOKENS: 'x'
  };
  expect(withoutServerVariables({ ...SECRETS, ...needed, JPY_PARENT_PID: '1' })).toEqual(needed);
});

test("a server's tokens reach no build script and no file, other variables no file of ours, and these are the user's alone", async () => {
  const mask = process.umask(0);
  onTestFinished(() => void process.umask(mask));
  const crate = await write({
    ...crateWithoutPyo3('t_secrets'),
    'build.rs': `fn main() {
    let all: Vec<String> = std::env::vars().map(|(name, value)| format!("{name}={value}")).collect();
    std::fs::write(std::env::var("OUT_DIR").unwrap() + "/environment", all.join("\\n")).unwrap();
}
`
  });
  const target = join(crate, 'target');
  const temporary = await ownTemporaryFolder();
  const environment = plainEnvironment({
    ...SECRETS,
    DATABASE_PASSWORD: 'open-up',
    CARGO_TARGET_DIR: target
  });
  await built(crate, { environment });
  expect(await filesWith(target, 'sesame-')).toEqual([]);
  const [written, ...more] = await filesWith(target, 'open-up');
  expect(written, 'the build script itself wrote it, so it ran and looks for it').toMatch(
    /\/out\/environment$/
  );
  expect(more).toEqual([]);
  expect(await readdir(temporary)).toEqual([]);
  const home = join(target, 'jupyterlab-maturin');
  const ours = (await readdir(home, { recursive: true })).map(name => join(home, name));
  const open = await Promise.all([home, ...ours].map(async one => (await lstat(one)).mode & 0o077));
  expect(ours.length, 'library, manifest, plan, lock, owners …').toBeGreaterThan(10);
  expect([...new Set(open)]).toEqual([0]);
});

test('when bridge and guard are killed together, no variable stays behind, and the next build removes the rest', async () => {
  const crate = await writeEndlessCrate('t_left');
  const temporary = await ownTemporaryFolder();
  const bridge = startBridge();
  const running = crate.running();
  const environment = plainEnvironment({
    ...endlessEnvironment(crate),
    DATABASE_PASSWORD: 'open-up'
  });
  bridge.build(request(crate.directory, { environment })).catch(() => undefined);
  const { group } = await running;
  process.kill(-group, 'SIGSTOP');
  bridge.process.kill('SIGKILL');
  process.kill(-group, 'SIGKILL');
  await groupGone(group);
  expect(await readdir(temporary)).toHaveLength(1);
  expect(await filesWith(temporary, 'open-up')).toEqual([]);
  await vi.waitUntil(() => bridge.process.exitCode !== null || bridge.process.signalCode !== null);
  await removeLeftBehind();
  expect(await readdir(temporary)).toEqual([]);
});

test('the private directory of a build that runs stays, and so does what others left', async () => {
  const temporary = await ownTemporaryFolder();
  const mine = await makePrivateDirectory();
  await mkdir(join(temporary, 'jupyterlab-maturin-build-1-x'));
  await mkdtemp(join(temporary, 'jupyterlab-maturin-'));
  await removeLeftBehind();
  expect(await readdir(temporary)).toHaveLength(3);
  expect((await readdir(temporary)).map(name => join(temporary, name))).toContain(mine);
});
