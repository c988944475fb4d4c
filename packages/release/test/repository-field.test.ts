import { expect, test } from 'vitest';
import { git } from '../src/git.ts';
import { publicUrl, repositoryUrl } from '../src/repository-field.ts';
import { temporaryFolder } from './acme-repository.ts';

const sdk = 'git+https://github.com/acme/sdk.git';

test.each([
  ['https://github.com/acme/sdk', sdk],
  ['https://github.com/acme/sdk.git', sdk],
  ['https://github.com/acme/sdk/', sdk],
  ['https://x-access-token:s3cret@github.com/acme/sdk.git', sdk],
  ['https://s3cret@github.com/acme/sdk.git', sdk],
  ['git@github.com:acme/sdk.git', sdk],
  ['github.com:acme/sdk.git', sdk],
  ['git://github.com/acme/sdk.git', sdk],
  ['git+https://github.com/acme/sdk.git', sdk],
  ['ssh://git@github.com/acme/sdk.git', sdk],
  ['ssh://git@git.acme.example:2222/tools/sdk.git', 'git+https://git.acme.example/tools/sdk.git'],
  ['https://git.acme.example:8443/tools/web/sdk', 'git+https://git.acme.example:8443/tools/web/sdk.git'],
  ['http://git.acme.example/sdk', 'git+http://git.acme.example/sdk.git'],
])('%s is %s', (remote, url) => {
  expect(publicUrl(remote)).toBe(url);
});

test.each(['', '/srv/git/sdk.git', '../sdk', 'C:\\git\\sdk', 'file:///srv/sdk.git', 'git@work:acme/sdk.git'])(
  '"%s" is known to one machine alone',
  (remote) => {
    expect(publicUrl(remote)).toBeUndefined();
  },
);

test('a workflow of GitHub names the repository; elsewhere the remote does, if there is one', async () => {
  const root = await temporaryFolder();
  await git(root, 'init', '--quiet');
  const workflow = { GITHUB_SERVER_URL: 'https://github.com', GITHUB_REPOSITORY: 'acme/sdk' };
  expect(await repositoryUrl(root, {})).toBeUndefined();
  await git(root, 'remote', 'add', 'origin', 'git@git.acme.example:fork/sdk.git');
  expect(await repositoryUrl(root, {})).toBe('git+https://git.acme.example/fork/sdk.git');
  expect(await repositoryUrl(root, workflow)).toBe(sdk);
});
