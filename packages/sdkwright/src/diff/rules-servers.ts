import type { Rule } from './change.ts';
import { bumps, nowhere } from './verdicts.ts';

export type ServerKind =
  | 'server-changed'
  | 'server-removed'
  | 'named-server-added'
  | 'named-server-removed'
  | 'named-server-changed'
  | 'server-variable-added'
  | 'server-variable-removed'
  | 'server-variable-required'
  | 'server-variable-optional'
  | 'server-variable-value-added'
  | 'server-variable-value-removed';

/** Where requests go, and where else they may. */
export const serverRules: Readonly<Record<ServerKind, Rule>> = {
  'server-changed': {
    title: 'The API has another base URL',
    direction: 'request',
    wire: 'until-upgrade',
    compile: nowhere,
    bumps: bumps('none', 'patch', 'none'),
    reason: 'The first server of the document is the default of the client.',
  },
  'server-removed': {
    title: 'The document no longer says which host to call',
    direction: 'request',
    wire: 'until-upgrade',
    compile: nowhere,
    bumps: bumps('none', 'major', 'major'),
    reason: 'Outside a page, calls fail until the client is given a `baseUrl`; no compiler says so.',
  },
  'named-server-added': {
    title: 'There is one server more to choose',
    direction: 'request',
    wire: 'none',
    compile: nowhere,
    bumps: bumps('none', 'minor', 'none'),
    reason: '`servers` has one more function.',
  },
  'named-server-removed': {
    title: 'A server can no longer be chosen',
    direction: 'request',
    wire: 'none',
    compile: ['client'],
    bumps: bumps('none', 'major', 'none'),
    reason:
      '`servers` has one function less. It is named by its description or its host: `x-sdk.name` keeps a name.',
  },
  'named-server-changed': {
    title: 'A server that can be chosen has another URL',
    direction: 'request',
    wire: 'until-upgrade',
    compile: nowhere,
    bumps: bumps('none', 'patch', 'none'),
    reason: 'Callers take it from `servers`.',
  },
  'server-variable-added': {
    title: 'The URL of a server has a new variable, with a default',
    direction: 'request',
    wire: 'none',
    compile: nowhere,
    bumps: bumps('none', 'minor', 'none'),
    reason: 'The function in `servers` takes one value more.',
  },
  'server-variable-removed': {
    title: 'The URL of a server has a variable less',
    direction: 'request',
    wire: 'none',
    compile: ['client'],
    bumps: bumps('none', 'major', 'none'),
    reason: 'The function in `servers` takes one value less.',
  },
  'server-variable-required': {
    title: 'The URL of a server has a variable without a default',
    direction: 'request',
    wire: 'none',
    compile: ['client'],
    bumps: bumps('none', 'major', 'none'),
    reason: 'Whoever calls the function in `servers` has to give a value.',
  },
  'server-variable-optional': {
    title: 'A variable in the URL of a server has a default now',
    direction: 'request',
    wire: 'none',
    compile: nowhere,
    bumps: bumps('none', 'minor', 'none'),
    reason: 'The value may be left out.',
  },
  'server-variable-value-added': {
    title: 'A variable in the URL of a server may have more values',
    direction: 'request',
    wire: 'none',
    compile: nowhere,
    bumps: bumps('none', 'minor', 'none'),
    reason: 'The function in `servers` takes them.',
  },
  'server-variable-value-removed': {
    title: 'A variable in the URL of a server may no longer have a value',
    direction: 'request',
    wire: 'none',
    compile: ['client'],
    bumps: bumps('none', 'major', 'none'),
    reason: 'The function in `servers` does not take it any more.',
  },
};
