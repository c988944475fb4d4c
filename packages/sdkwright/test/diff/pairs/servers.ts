import type { JsonObject } from '../../../src/model/json.ts';
import { getTasks, tasks } from './documents.ts';
import type { Pair } from './pair.ts';

/** A first server, and one with a choice. */
function served(second: JsonObject): JsonObject {
  const server = { url: 'https://{region}.acme.test', name: 'regional', ...second };
  return { ...tasks(getTasks()), servers: [{ url: 'https://acme.test' }, server] };
}

const regions = (...values: readonly string[]): JsonObject =>
  served({ variables: { region: { default: values[0], enum: values } } });
const freely = served({ variables: { region: { default: 'eu' } } });
const required = served({ variables: {} });
const withPort = served({
  url: 'https://{region}.acme.test:{port}',
  variables: { region: { default: 'eu' }, port: { default: '443' } },
});

export const serverPairs: readonly Pair[] = [
  {
    name: 'a server has another name',
    before: freely,
    after: served({ name: 'local', variables: { region: { default: 'eu' } } }),
    changes: [
      'named-server-removed every call servers.regional',
      'named-server-added every call servers.local',
    ],
    bumps: 'none major major',
    compile: 'client',
  },
  {
    name: 'a server to choose has another URL',
    before: freely,
    after: served({ url: 'https://api.{region}.acme.test', variables: { region: { default: 'eu' } } }),
    changes: ['named-server-changed every call servers.regional'],
    bumps: 'none patch none',
    compile: '',
  },
  {
    name: 'the region of a server has another default',
    before: regions('eu', 'us'),
    after: regions('us', 'eu'),
    changes: ['named-server-changed every call servers.regional'],
    bumps: 'none patch none',
    compile: '',
  },
  {
    name: 'a server has one region more',
    before: regions('eu', 'us'),
    after: regions('eu', 'us', 'au'),
    changes: ['server-variable-value-added every call servers.regional.region'],
    bumps: 'none minor none',
    compile: '',
  },
  {
    name: 'a server has one region less',
    before: regions('eu', 'us'),
    after: regions('eu'),
    changes: ['server-variable-value-removed every call servers.regional.region'],
    bumps: 'none major major',
    compile: 'client',
  },
  {
    name: 'the regions of a server are listed at last',
    before: freely,
    after: regions('eu', 'us'),
    changes: ['server-variable-value-removed every call servers.regional.region'],
    bumps: 'none major major',
    compile: 'client',
  },
  {
    name: 'the regions of a server are listed no more',
    before: regions('eu', 'us'),
    after: freely,
    changes: ['server-variable-value-added every call servers.regional.region'],
    bumps: 'none minor none',
    compile: '',
  },
  {
    name: 'the region has to be given',
    before: freely,
    after: required,
    changes: [
      'named-server-changed every call servers.regional',
      'server-variable-required every call servers.regional.region',
    ],
    bumps: 'none major major',
    compile: 'client',
  },
  {
    name: 'the region may be left out',
    before: required,
    after: freely,
    changes: [
      'named-server-changed every call servers.regional',
      'server-variable-optional every call servers.regional.region',
    ],
    bumps: 'none minor none',
    compile: '',
  },
  {
    name: 'a server has a port',
    before: freely,
    after: withPort,
    changes: [
      'named-server-changed every call servers.regional',
      'server-variable-added every call servers.regional.port',
    ],
    bumps: 'none minor none',
    compile: '',
  },
  {
    name: 'a server has a port no more',
    before: withPort,
    after: freely,
    changes: [
      'named-server-changed every call servers.regional',
      'server-variable-removed every call servers.regional.port',
    ],
    bumps: 'none major major',
    compile: 'client',
  },
];
