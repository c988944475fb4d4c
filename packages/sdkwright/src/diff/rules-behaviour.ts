import type { Rule } from './change.ts';
import { bumps, each, nowhere } from './verdicts.ts';

export type BehaviourKind =
  | 'path-changed'
  | 'http-method-changed'
  | 'operation-deprecated'
  | 'operation-undeprecated'
  | 'operation-described'
  | 'described'
  | 'field-deprecated'
  | 'field-undeprecated'
  | 'access-changed'
  | 'default-changed'
  | 'security-tightened'
  | 'security-loosened'
  | 'auth-scheme-changed'
  | 'auth-parameter-changed'
  | 'oauth-endpoint-added'
  | 'oauth-endpoint-removed'
  | 'oauth-endpoint-changed'
  | 'rate-limit-changed'
  | 'envelope-changed'
  | 'pagination-added'
  | 'pagination-removed'
  | 'pagination-changed'
  | 'cache-effects-changed'
  | 'document-version-changed'
  | 'document-changed';

/** Where requests go, who may make them, how lists go on, and what is said of it all. */
export const behaviourRules: Readonly<Record<BehaviourKind, Rule>> = {
  'path-changed': {
    title: 'An operation has another path',
    direction: 'request',
    wire: 'until-upgrade',
    compile: nowhere,
    bumps: each('patch'),
    reason: 'The path is the business of the client; callers never write it.',
  },
  'http-method-changed': {
    title: 'An operation has another HTTP method',
    direction: 'request',
    wire: 'until-upgrade',
    compile: nowhere,
    bumps: each('patch'),
    reason: 'The method is the business of the client; callers never write it.',
  },
  'operation-deprecated': {
    title: 'An operation is deprecated',
    direction: 'both',
    wire: 'none',
    compile: nowhere,
    bumps: each('minor'),
    reason: 'It goes on working; semver asks for a minor where something is marked as deprecated.',
  },
  'operation-undeprecated': {
    title: 'An operation is no longer deprecated',
    direction: 'both',
    wire: 'none',
    compile: nowhere,
    bumps: each('patch'),
    reason: 'Editors stop striking it through.',
  },
  'operation-described': {
    title: 'The description of an operation changed',
    direction: 'both',
    wire: 'none',
    compile: nowhere,
    bumps: each('patch'),
    reason: 'Only people read it: in hovers, and as the standing of what is experimental.',
  },
  described: {
    title: 'The description or an example of a schema, a field or an answer changed',
    direction: 'both',
    wire: 'none',
    compile: nowhere,
    bumps: bumps('patch', 'none', 'none'),
    reason: 'Only people read it, in hovers.',
  },
  'field-deprecated': {
    title: 'A field or a schema is deprecated',
    direction: 'both',
    wire: 'none',
    compile: nowhere,
    bumps: bumps('minor', 'none', 'none'),
    reason: 'It goes on working; semver asks for a minor where something is marked as deprecated.',
  },
  'field-undeprecated': {
    title: 'A field or a schema is no longer deprecated',
    direction: 'both',
    wire: 'none',
    compile: nowhere,
    bumps: bumps('patch', 'none', 'none'),
    reason: 'Editors stop striking it through.',
  },
  'access-changed': {
    title: 'A field became or ceased to be readOnly or writeOnly',
    direction: 'both',
    wire: 'none',
    compile: nowhere,
    bumps: bumps('patch', 'none', 'none'),
    reason: 'Inputs and results have the field either way; at most it is `readonly` in the type.',
  },
  'default-changed': {
    title: 'The default of a field changed',
    direction: 'both',
    wire: 'none',
    compile: nowhere,
    bumps: bumps('patch', 'none', 'none'),
    reason: 'The server fills it in, whatever release asks; hovers show it.',
  },
  'security-tightened': {
    title: 'An operation asks for more authorization',
    direction: 'request',
    wire: 'break',
    compile: nowhere,
    bumps: bumps('none', 'major', 'major'),
    reason: 'A caller may need a token, or another scope; no compiler says so.',
  },
  'security-loosened': {
    title: 'An operation asks for less authorization',
    direction: 'request',
    wire: 'none',
    compile: nowhere,
    bumps: bumps('none', 'patch', 'none'),
    reason: 'Every token that was enough still is.',
  },
  'auth-scheme-changed': {
    title: 'The API takes another kind of credential',
    direction: 'request',
    wire: 'break',
    compile: nowhere,
    bumps: bumps('none', 'major', 'major'),
    reason: 'What callers give as `token` may have to be another thing; no compiler says so.',
  },
  'auth-parameter-changed': {
    title: 'The credential travels under another name',
    direction: 'request',
    wire: 'until-upgrade',
    compile: nowhere,
    bumps: bumps('none', 'patch', 'none'),
    reason: 'The name is the business of the client; the token is the same.',
  },
  'oauth-endpoint-added': {
    title: 'An OAuth2 endpoint is new',
    direction: 'request',
    wire: 'none',
    compile: nowhere,
    bumps: bumps('none', 'minor', 'none'),
    reason: '`oauthEndpoints` has one more field.',
  },
  'oauth-endpoint-removed': {
    title: 'An OAuth2 endpoint is gone',
    direction: 'request',
    wire: 'break',
    compile: ['client'],
    bumps: bumps('none', 'major', 'none'),
    reason: '`oauthEndpoints` has one field less, and there is nowhere to ask for a token that way.',
  },
  'oauth-endpoint-changed': {
    title: 'An OAuth2 endpoint has another URL',
    direction: 'request',
    wire: 'until-upgrade',
    compile: nowhere,
    bumps: bumps('none', 'patch', 'none'),
    reason: 'Callers take it from `oauthEndpoints`.',
  },
  'rate-limit-changed': {
    title: 'The documented rate limit changed',
    direction: 'request',
    wire: 'none',
    compile: nowhere,
    bumps: bumps('none', 'patch', 'none'),
    reason: 'The client keeps the limit by itself.',
  },
  'envelope-changed': {
    title: 'The envelope of the answers has other field names',
    direction: 'response',
    wire: 'until-upgrade',
    compile: nowhere,
    bumps: bumps('none', 'patch', 'none'),
    reason: 'The client takes the envelope off; changes of results and bodies are told by themselves.',
  },
  'pagination-added': {
    title: 'An operation has pages now',
    direction: 'response',
    wire: 'none',
    compile: nowhere,
    bumps: bumps('none', 'minor', 'minor'),
    reason: 'A call can now be walked with `for await`; awaiting it gives what it gave.',
  },
  'pagination-removed': {
    title: 'An operation has no pages any more',
    direction: 'response',
    wire: 'break',
    compile: ['client', 'react-query'],
    bumps: bumps('none', 'major', 'major'),
    reason: 'A call can no longer be walked with `for await`, and there is no infinite query.',
  },
  'pagination-changed': {
    title: 'Pages follow each other in another way',
    direction: 'response',
    wire: 'until-upgrade',
    compile: nowhere,
    bumps: bumps('none', 'patch', 'patch'),
    reason: 'How to ask for the next page is the business of the client.',
  },
  'cache-effects-changed': {
    title: 'A mutation makes other queries stale',
    direction: 'both',
    wire: 'none',
    compile: nowhere,
    bumps: bumps('none', 'none', 'patch'),
    reason: 'The cache is kept right by itself; no call changes.',
  },
  'document-version-changed': {
    title: 'The document has another version',
    direction: 'both',
    wire: 'none',
    compile: nowhere,
    bumps: bumps('none', 'patch', 'none'),
    reason: 'The `User-Agent` names it.',
  },
  'document-changed': {
    title: 'Something changed that only the `openapi` entry of the types shows',
    direction: 'both',
    wire: 'none',
    compile: nowhere,
    bumps: bumps('patch', 'none', 'none'),
    reason: 'That entry repeats the document as it is.',
  },
};
