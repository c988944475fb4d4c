import type { Rule } from './change.ts';
import { bumps, each, everywhere, nowhere } from './verdicts.ts';

export type ResponseKind =
  | 'response-field-added'
  | 'response-field-removed'
  | 'response-field-optional'
  | 'response-field-required'
  | 'response-null-added'
  | 'response-null-removed'
  | 'response-type-changed'
  | 'response-type-narrowed'
  | 'response-enum-member-added'
  | 'response-enum-member-removed'
  | 'response-enum-opened'
  | 'response-enum-closed'
  | 'response-limit-changed'
  | 'response-format-changed'
  | 'result-added'
  | 'result-removed'
  | 'result-optional'
  | 'result-required'
  | 'success-status-changed'
  | 'other-statuses-changed'
  | 'redirects-changed'
  | 'accept-changed'
  | 'response-media-type-changed'
  | 'response-media-types-listed'
  | 'events-added'
  | 'events-removed'
  | 'error-added'
  | 'error-removed'
  | 'error-split'
  | 'error-joined'
  | 'error-body-added'
  | 'error-body-removed';

/** What a caller reads: results, bodies and errors, at any depth. */
export const responseRules: Readonly<Record<ResponseKind, Rule>> = {
  'response-field-added': {
    title: 'A field of an answer is new',
    direction: 'response',
    wire: 'none',
    compile: nowhere,
    bumps: each('minor'),
    reason: 'There is more to read; readers of the rest do not notice.',
  },
  'response-field-removed': {
    title: 'A field of an answer is gone',
    direction: 'response',
    wire: 'break',
    compile: everywhere,
    bumps: each('major'),
    reason: 'Readers get undefined, and no longer compile.',
  },
  'response-field-optional': {
    title: 'A field of an answer may be missing',
    direction: 'response',
    wire: 'break',
    compile: everywhere,
    bumps: each('major'),
    reason: 'Policy: code that reads it unchecked was right and now fails at run time. The compiler agrees.',
  },
  'response-field-required': {
    title: 'A field of an answer is always there',
    direction: 'response',
    wire: 'none',
    compile: nowhere,
    bumps: each('minor'),
    reason: 'A check for its absence is no longer needed, and does no harm.',
  },
  'response-null-added': {
    title: 'A field of an answer may be null',
    direction: 'response',
    wire: 'break',
    compile: everywhere,
    bumps: each('major'),
    reason: 'Code that reads it unchecked was right and now fails.',
  },
  'response-null-removed': {
    title: 'A field of an answer is never null',
    direction: 'response',
    wire: 'none',
    compile: nowhere,
    bumps: each('minor'),
    reason: 'A check for null is no longer needed, and does no harm.',
  },
  'response-type-changed': {
    title: 'A field of an answer may have a type that it never had',
    direction: 'response',
    wire: 'break',
    compile: everywhere,
    bumps: each('major'),
    reason: 'Code that reads it was made for the other type.',
  },
  'response-type-narrowed': {
    title: 'A field of an answer has fewer types',
    direction: 'response',
    wire: 'none',
    compile: nowhere,
    bumps: each('minor'),
    reason: 'Code that reads it is prepared for more than it gets.',
  },
  'response-enum-member-added': {
    title: 'An answer may hold another enum value',
    direction: 'response',
    wire: 'none',
    compile: everywhere,
    bumps: each('minor'),
    reason:
      'Policy: the server sends the value to every release, and only exhaustive checks stop compiling, which is what they are written for.',
  },
  'response-enum-member-removed': {
    title: 'An answer no longer holds an enum value',
    direction: 'response',
    wire: 'none',
    compile: everywhere,
    bumps: each('major'),
    reason: 'A comparison with the value no longer compiles.',
  },
  'response-enum-opened': {
    title: 'An answer may hold any value where it held those of an enum',
    direction: 'response',
    wire: 'break',
    compile: everywhere,
    bumps: each('major'),
    reason: 'No list of cases is complete any more.',
  },
  'response-enum-closed': {
    title: 'An answer holds the values of an enum only',
    direction: 'response',
    wire: 'none',
    compile: nowhere,
    bumps: each('minor'),
    reason: 'Code that reads it is prepared for more than it gets.',
  },
  'response-limit-changed': {
    title: 'A field of an answer has another limit',
    direction: 'response',
    wire: 'none',
    compile: nowhere,
    bumps: bumps('patch', 'none', 'none'),
    reason: 'Answers are not held against limits; hovers show them.',
  },
  'response-format-changed': {
    title: 'A text of an answer has another format',
    direction: 'response',
    wire: 'break',
    compile: nowhere,
    bumps: bumps('patch', 'major', 'major'),
    reason: 'Code that parses the text was made for the other format; no compiler says so.',
  },
  'result-added': {
    title: 'An operation answers with data where it had none',
    direction: 'response',
    wire: 'none',
    compile: nowhere,
    bumps: each('minor'),
    reason: 'There was nothing to read.',
  },
  'result-removed': {
    title: 'An operation answers without data',
    direction: 'response',
    wire: 'break',
    compile: everywhere,
    bumps: each('major'),
    reason: 'There is nothing to read any more.',
  },
  'result-optional': {
    title: 'The data of an answer may be missing',
    direction: 'response',
    wire: 'break',
    compile: everywhere,
    bumps: each('major'),
    reason: 'Code that reads it unchecked was right and now fails.',
  },
  'result-required': {
    title: 'The data of an answer is always there',
    direction: 'response',
    wire: 'none',
    compile: nowhere,
    bumps: each('minor'),
    reason: 'A check for its absence is no longer needed, and does no harm.',
  },
  'success-status-changed': {
    title: 'A success has another status',
    direction: 'response',
    wire: 'none',
    compile: nowhere,
    bumps: bumps('patch', 'patch', 'none'),
    reason: 'Every 2xx is a success; hovers name the documented one.',
  },
  'other-statuses-changed': {
    title: 'Statuses that no type speaks of changed',
    direction: 'response',
    wire: 'none',
    compile: nowhere,
    bumps: bumps('patch', 'none', 'none'),
    reason: 'Types know the errors, and the successes with a body of their own.',
  },
  'redirects-changed': {
    title: 'Redirects are followed now, or no longer',
    direction: 'response',
    wire: 'none',
    compile: nowhere,
    bumps: bumps('none', 'patch', 'none'),
    reason: 'Where a redirect leads is the business of the client, as far as it is documented.',
  },
  'accept-changed': {
    title: 'Another `Accept` header is asked for',
    direction: 'request',
    wire: 'until-upgrade',
    compile: nowhere,
    bumps: bumps('none', 'patch', 'none'),
    reason: 'The client writes that header; an API may have its version in it.',
  },
  'response-media-type-changed': {
    title: 'An answer has another media type',
    direction: 'response',
    wire: 'break',
    compile: nowhere,
    bumps: bumps('patch', 'major', 'major'),
    reason: 'The body is decoded in another way; no compiler says so.',
  },
  'response-media-types-listed': {
    title: 'An answer has other media types beside the one the client asks for',
    direction: 'response',
    wire: 'none',
    compile: nowhere,
    bumps: bumps('patch', 'none', 'none'),
    reason: 'The client asks for the same.',
  },
  'events-added': {
    title: 'An answer may come as a stream of events',
    direction: 'response',
    wire: 'none',
    compile: nowhere,
    bumps: bumps('minor', 'minor', 'none'),
    reason: 'A call can be asked for its events; awaiting it gives what it gave.',
  },
  'events-removed': {
    title: 'An answer no longer comes as a stream of events',
    direction: 'response',
    wire: 'break',
    compile: ['types', 'client'],
    bumps: bumps('major', 'major', 'none'),
    reason: 'A call can no longer be asked for its events.',
  },
  'error-added': {
    title: 'An error status is documented',
    direction: 'response',
    wire: 'none',
    compile: everywhere,
    bumps: each('minor'),
    reason: 'Policy: as with a new enum value, only exhaustive checks stop compiling.',
  },
  'error-removed': {
    title: 'An error status is no longer documented',
    direction: 'response',
    wire: 'none',
    compile: everywhere,
    bumps: each('major'),
    reason: 'The body of that error is unknown now, and code that reads it no longer compiles.',
  },
  'error-split': {
    title: 'An error of many is documented by itself',
    direction: 'response',
    wire: 'none',
    compile: nowhere,
    bumps: bumps('patch', 'none', 'none'),
    reason:
      'It was one of a range, or of all others, and had their body; another one is a change of its own.',
  },
  'error-joined': {
    title: 'An error is documented with many',
    direction: 'response',
    wire: 'none',
    compile: nowhere,
    bumps: bumps('patch', 'none', 'none'),
    reason: 'It is one of a range, or of all others, and has their body; another one is a change of its own.',
  },
  'error-body-added': {
    title: 'An error has a body where it had none',
    direction: 'response',
    wire: 'none',
    compile: nowhere,
    bumps: each('minor'),
    reason: 'There was nothing to read.',
  },
  'error-body-removed': {
    title: 'An error has no body any more',
    direction: 'response',
    wire: 'break',
    compile: everywhere,
    bumps: each('major'),
    reason: 'There is nothing to read any more.',
  },
};
