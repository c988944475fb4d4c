import type { Rule } from './change.ts';
import { bumps, each, everywhere, nowhere } from './verdicts.ts';

export type RequestKind =
  | 'input-added'
  | 'required-input-added'
  | 'input-removed'
  | 'input-moved'
  | 'nested-input-moved'
  | 'path-parameter-renamed'
  | 'input-layout-changed'
  | 'input-required'
  | 'input-optional'
  | 'input-serialization-changed'
  | 'request-media-type-changed'
  | 'request-media-types-listed'
  | 'request-type-widened'
  | 'request-type-changed'
  | 'request-null-allowed'
  | 'request-null-refused'
  | 'request-enum-member-added'
  | 'request-enum-member-removed'
  | 'request-enum-opened'
  | 'request-enum-closed'
  | 'request-limit-tightened'
  | 'request-limit-loosened';

/** What a caller writes: fields of inputs, at any depth, and the values they take. */
export const requestRules: Readonly<Record<RequestKind, Rule>> = {
  'input-added': {
    title: 'An optional input is new',
    direction: 'request',
    wire: 'none',
    compile: nowhere,
    bumps: each('minor'),
    reason: 'Calls without it go on working.',
  },
  'required-input-added': {
    title: 'A required input is new',
    direction: 'request',
    wire: 'break',
    compile: everywhere,
    bumps: each('major'),
    reason: 'Every call has to say more.',
  },
  'input-removed': {
    title: 'An input is gone',
    direction: 'request',
    wire: 'break',
    compile: everywhere,
    bumps: each('major'),
    reason: 'Calls that name it no longer compile, and the server no longer heeds it.',
  },
  'input-moved': {
    title: 'An input travels in another part of the request',
    direction: 'request',
    wire: 'until-upgrade',
    compile: nowhere,
    bumps: bumps('patch', 'patch', 'none'),
    reason: 'Inputs are flat: callers write the field where they always did, the client sends it elsewhere.',
  },
  'nested-input-moved': {
    title: 'An input of a nested call travels in another part of the request',
    direction: 'request',
    wire: 'until-upgrade',
    compile: everywhere,
    bumps: each('major'),
    reason: 'Where names clash, inputs nest by part of the request, and callers write the part.',
  },
  'path-parameter-renamed': {
    title: 'A path parameter has another name',
    direction: 'request',
    wire: 'none',
    compile: everywhere,
    bumps: each('major'),
    reason: 'Callers write the name; the request is the same.',
  },
  'input-layout-changed': {
    title: 'An input became flat, or nested',
    direction: 'request',
    wire: 'none',
    compile: everywhere,
    bumps: each('major'),
    reason: 'Every call has to be written in another way.',
  },
  'input-required': {
    title: 'An input became required',
    direction: 'request',
    wire: 'break',
    compile: everywhere,
    bumps: each('major'),
    reason: 'Calls that leave it out are refused.',
  },
  'input-optional': {
    title: 'An input became optional',
    direction: 'request',
    wire: 'none',
    compile: nowhere,
    bumps: each('minor'),
    reason: 'Calls may say less; those that name it go on working.',
  },
  'input-serialization-changed': {
    title: 'A parameter is written in another style',
    direction: 'request',
    wire: 'until-upgrade',
    compile: nowhere,
    bumps: bumps('none', 'patch', 'none'),
    reason: 'The style is the business of the client; the value is the same.',
  },
  'request-media-type-changed': {
    title: 'The body of a request has another media type',
    direction: 'request',
    wire: 'until-upgrade',
    compile: nowhere,
    bumps: bumps('patch', 'patch', 'none'),
    reason: 'The encoding is the business of the client; fields that change are told by themselves.',
  },
  'request-media-types-listed': {
    title: 'A request takes other media types beside the one the client sends',
    direction: 'request',
    wire: 'none',
    compile: nowhere,
    bumps: bumps('patch', 'none', 'none'),
    reason: 'The client sends the same.',
  },
  'request-type-widened': {
    title: 'An input takes more types',
    direction: 'request',
    wire: 'none',
    compile: nowhere,
    bumps: each('minor'),
    reason: 'What was taken still is.',
  },
  'request-type-changed': {
    title: 'An input no longer takes a type that it took',
    direction: 'request',
    wire: 'break',
    compile: everywhere,
    bumps: each('major'),
    reason: 'Values of that type no longer compile, and are refused.',
  },
  'request-null-allowed': {
    title: 'An input may be null',
    direction: 'request',
    wire: 'none',
    compile: nowhere,
    bumps: each('minor'),
    reason: 'What was taken still is.',
  },
  'request-null-refused': {
    title: 'An input may no longer be null',
    direction: 'request',
    wire: 'break',
    compile: everywhere,
    bumps: each('major'),
    reason: 'Calls with null no longer compile, and are refused.',
  },
  'request-enum-member-added': {
    title: 'An input takes another enum value',
    direction: 'request',
    wire: 'none',
    compile: nowhere,
    bumps: each('minor'),
    reason: 'What was taken still is.',
  },
  'request-enum-member-removed': {
    title: 'An input no longer takes an enum value',
    direction: 'request',
    wire: 'break',
    compile: everywhere,
    bumps: each('major'),
    reason: 'Calls with that value no longer compile, and are refused.',
  },
  'request-enum-opened': {
    title: 'An input takes any value where it took those of an enum',
    direction: 'request',
    wire: 'none',
    compile: nowhere,
    bumps: each('minor'),
    reason: 'What was taken still is.',
  },
  'request-enum-closed': {
    title: 'An input takes the values of an enum only',
    direction: 'request',
    wire: 'break',
    compile: everywhere,
    bumps: each('major'),
    reason: 'Any other value no longer compiles, and is refused.',
  },
  'request-limit-tightened': {
    title: 'An input has a narrower limit',
    direction: 'request',
    wire: 'break',
    compile: nowhere,
    bumps: bumps('patch', 'major', 'major'),
    reason: 'Values that were taken are refused; no compiler says so.',
  },
  'request-limit-loosened': {
    title: 'An input has a wider limit',
    direction: 'request',
    wire: 'none',
    compile: nowhere,
    bumps: bumps('patch', 'none', 'none'),
    reason: 'What was taken still is; hovers show the limit.',
  },
};
