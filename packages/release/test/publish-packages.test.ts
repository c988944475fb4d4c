import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { git } from '../src/git.ts';
import { publishPackages, type Published } from '../src/publish-packages.ts';
import { registryEnvironment } from '../src/registry.ts';
import { versionPackages } from '../src/version-packages.ts';
import {
  acmeRepository,
  commit,
  makeAcmeRepository,
  outside,
  temporaryFolder,
  write,
} from './acme-repository.ts';
import { failingProxy } from './failing-proxy.ts';
import { gitHubIdentity } from './github-identity.ts';
import { gitHub } from './github.ts';
import { temporaryRegistry } from './temporary-registry.ts';

/** A failed upload is not tried again. */
const once = { ...outside, pnpm_config_fetch_retries: '0' };

interface Attempt {
  readonly registry: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly interactive?: boolean;
}

function publish(root: string, { registry, env, interactive = false }: Attempt): Promise<Published> {
  return publishPackages({
    root,
    print: () => {},
    interactive,
    env: { ...once, ...env, ...registryEnvironment(registry) },
  });
}

let waiting: string;
beforeAll(async () => {
  waiting = await mkdtemp(join(tmpdir(), 'release-test-'));
  await makeAcmeRepository(waiting);
  await versionPackages({ root: waiting, print: () => {}, env: outside });
  await commit(waiting);
});
afterAll(() => rm(waiting, { recursive: true, force: true }));

/** A repository whose first versions wait for their publication. */
async function versioned(): Promise<string> {
  const root = await temporaryFolder();
  await cp(waiting, root, { recursive: true });
  return root;
}

async function versionsAt(url: string, name: string): Promise<string[]> {
  const answer = await fetch(`${url}@acme%2f${name}`);
  const { versions = {} }: { versions?: Readonly<Record<string, unknown>> } = JSON.parse(await answer.text());
  return Object.keys(versions);
}

const tags = ['@acme/client@1.0.0', '@acme/runtime@1.0.0', '@acme/types@1.0.0'];

test('all packages are published and tagged, and the tags pushed', async () => {
  const [root, url] = [await versioned(), await temporaryRegistry()];
  const remote = await temporaryFolder();
  await git(remote, 'init', '--quiet', '--bare');
  await git(root, 'remote', 'add', 'origin', remote);
  expect(await publish(root, { registry: url })).toMatchObject({ tags });
  expect(await versionsAt(url, 'client')).toEqual(['1.0.0']);
  expect((await git(remote, 'tag', '--list')).split('\n')).toEqual(tags);
});

test('a registry that dies at the second of three uploads is told; the next run publishes the rest', async () => {
  const [root, url] = [await versioned(), await temporaryRegistry()];
  const failing = publish(root, { registry: await failingProxy(url, { fromUpload: 2 }) });
  await expect(failing).rejects.toThrow(
    /^error release-publish-failed: Some packages failed to publish:\n {2}@acme\/types@1\.0\.0\n {2}└ .*error sending request.*\n {2}published and tagged: @acme\/runtime@1\.0\.0\n {2}not known to be published: @acme\/client@1\.0\.0, @acme\/types@1\.0\.0\n {2}at http:\/\/127\.0\.0\.1:\d+\/\n {2}See that the registry answers .* Run `pnpm release:publish` again: what is in the registry is left alone, the rest follows\.$/,
  );
  expect(await git(root, 'tag', '--list')).toBe('@acme/runtime@1.0.0');
  expect(await publish(root, { registry: url })).toMatchObject({ tags });
  expect((await git(root, 'tag', '--list')).split('\n')).toEqual(tags);
  expect(await versionsAt(url, 'types')).toEqual(['1.0.0']);
  expect(await versionsAt(url, 'client')).toEqual(['1.0.0']);
});

test('a run that was killed before it could tag is ended by the next', async () => {
  const [root, url] = [await versioned(), await temporaryRegistry()];
  await publish(root, { registry: url });
  await git(root, 'tag', '--delete', ...tags);
  expect(await publish(root, { registry: url })).toMatchObject({ tags });
  expect((await git(root, 'tag', '--list')).split('\n')).toEqual(tags);
});

test('at a terminal changesets speaks for itself, and what is published is told as well', async () => {
  const [root, url] = [await versioned(), await temporaryRegistry()];
  const failing = publish(root, {
    registry: await failingProxy(url, { fromUpload: 2, status: 403 }),
    interactive: true,
  });
  await expect(failing).rejects.toThrow(
    'error release-publish-failed: what changesets printed above\n  published and tagged: @acme/runtime@1.0.0\n',
  );
});

test('a registry that is not there is named', async () => {
  const failing = publish(await versioned(), { registry: 'http://127.0.0.1:9/' });
  await expect(failing).rejects.toThrow(
    /^error release-registry-unusable: Received an unexpected error for @acme\/[^]*Connection refused[^]*published and tagged: none[^]*at http:\/\/127\.0\.0\.1:9\/\n/,
  );
});

test('a registry that refuses is told with its answer', async () => {
  const [root, url] = [await versioned(), await temporaryRegistry()];
  const failing = publish(root, { registry: await failingProxy(url, { fromUpload: 1, status: 403 }) });
  await expect(failing).rejects.toThrow(
    /^error release-publish-failed: [^]*@acme\/runtime@1\.0\.0\n {2}└ .*status 403[^]*not today[^]*\n {2}published and tagged: none\n/,
  );
});

describe('refused before anything is published', () => {
  test('a tree with changes', async () => {
    const root = await versioned();
    await write(root, { 'note.txt': 'to do' });
    await expect(publish(root, { registry: 'http://127.0.0.1:9/' })).rejects.toThrow(
      'error release-tree-dirty: 1 file differs from the last commit\n  at note.txt\n',
    );
  });

  test('changesets that no version has taken up', async () => {
    const failing = publish(await acmeRepository(), { registry: 'http://127.0.0.1:9/' });
    await expect(failing).rejects.toThrow(
      'error release-changesets-pending: there are changesets that no version has taken up\n' +
        '  at .changeset/first.md\n  Run `pnpm release:version` and merge what it made; then publish.',
    );
  });

  test('a package that never got a version', async () => {
    const root = await versioned();
    await write(root, { 'packages/new/package.json': '{ "name": "@acme/new", "version": "0.0.0" }\n' });
    await commit(root);
    await expect(publish(root, { registry: 'http://127.0.0.1:9/' })).rejects.toThrow(
      'error release-version-missing: @acme/new has the version 0.0.0\n',
    );
  });

  test('where provenance is signed, a package that does not say where it comes from', async () => {
    const env = { ACTIONS_ID_TOKEN_REQUEST_URL: 'http://127.0.0.1:9/' };
    const failing = publish(await versioned(), { registry: 'http://127.0.0.1:9/', env });
    await expect(failing).rejects.toThrow(
      /^error release-repository-missing: @acme\/client does not say where it comes from, and npm takes no provenance but from there\n {2}at .*client\/package\.json\n {2}Give this clone the repository as its remote `origin`, then `pnpm release:version` writes "repository"\.$/,
    );
  });

  test('where provenance is signed, a package that says it comes from elsewhere', async () => {
    const root = await acmeRepository();
    await git(root, 'remote', 'add', 'origin', 'git@github.com:somebody/fork.git');
    await versionPackages({ root, print: () => {}, env: outside });
    await commit(root);
    const env = {
      ACTIONS_ID_TOKEN_REQUEST_URL: 'http://127.0.0.1:9/',
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_REPOSITORY: 'acme/sdk',
    };
    await expect(publish(root, { registry: 'http://127.0.0.1:9/', env })).rejects.toThrow(
      'error release-repository-missing: @acme/client says that it comes from git+https://github.com/somebody/fork.git, ' +
        'and npm takes no provenance but from there\n',
    );
  });
});

// To its end this can only go where sigstore is: it does not take this identity, and nothing is uploaded unsigned.
test('in a workflow it is the identity of the workflow that publishes and signs', async () => {
  const root = await acmeRepository();
  await git(root, 'remote', 'add', 'origin', 'https://github.com/acme/sdk.git');
  await versionPackages({ root, print: () => {}, env: outside });
  await commit(root);
  const { env, registry, asked } = await gitHubIdentity();
  await expect(publish(root, { registry, env })).rejects.toThrow(
    /^error release-publish-failed: [^]*PROVENANCE_IDENTITY_TOKEN[^]*published and tagged: none\n/,
  );
  expect(asked).toEqual(['identity for npm:127.0.0.1', 'token for @acme/runtime', 'identity for sigstore']);
});

describe('the releases on GitHub', () => {
  test('have the text of the changelog, and are made once', async () => {
    const [root, url, github] = [await versioned(), await temporaryRegistry(), await gitHub()];
    const env = { GITHUB_API_URL: github.url, GITHUB_REPOSITORY: 'acme/sdk', GITHUB_TOKEN: 'a-token' };
    expect(await publish(root, { registry: url, env })).toMatchObject({ tags, githubReleases: tags });
    expect(await publish(root, { registry: url, env })).toMatchObject({ tags, githubReleases: [] });
    expect(github.releases.get('@acme/runtime@1.0.0')).toMatch(/^### Major Changes\n\n- .*First\.$/);
  });

  test('a refusal is told, without the token', async () => {
    const [root, url, github] = [await versioned(), await temporaryRegistry(), await gitHub(403)];
    const env = { GITHUB_API_URL: github.url, GITHUB_REPOSITORY: 'acme/sdk', GITHUB_TOKEN: 'a-token' };
    await expect(publish(root, { registry: url, env })).rejects.toThrow(
      `error release-github-refused: GitHub answered 403 for the release of @acme/client@1.0.0: {"message":"No."}\n` +
        `  at ${github.url}/repos/acme/sdk/releases\n  The packages are published and tagged; run`,
    );
  });
});
