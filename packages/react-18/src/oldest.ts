import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { QueryClient } from '@tanstack/react-query';
import { version } from 'react';

const require = createRequire(import.meta.url);
const manifest = (path: string): Manifest =>
  JSON.parse(readFileSync(require.resolve(path), 'utf8')) as Manifest;

interface Manifest {
  readonly version: string;
  readonly peerDependencies: Readonly<Record<string, string>>;
}

// What runs here is what the hooks say that they begin with.
const tanstack = manifest('@tanstack/react-query/package.json').version;
const promised = manifest('@sdkwright/react-query/package.json').peerDependencies;
if (promised['@tanstack/react-query'] !== `^${tanstack}` || !version.startsWith('18.'))
  throw new Error(
    `The hooks promise ${JSON.stringify(promised)}; here are React ${version}, TanStack ${tanstack}.`,
  );

// The tests use the names that TanStack has today; what they name is older.
Object.assign(QueryClient.prototype, {
  query: Reflect.get(QueryClient.prototype, 'fetchQuery'),
  infiniteQuery: Reflect.get(QueryClient.prototype, 'fetchInfiniteQuery'),
});
