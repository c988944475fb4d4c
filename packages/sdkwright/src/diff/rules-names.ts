import type { Rule } from './change.ts';
import { bumps, each, everywhere, nowhere } from './verdicts.ts';

export type NameKind =
  | 'operation-added'
  | 'operation-removed'
  | 'operation-renamed'
  | 'operation-id-changed'
  | 'operation-moved'
  | 'sdk-method-renamed'
  | 'hook-kind-changed'
  | 'schema-added'
  | 'schema-removed'
  | 'schema-renamed'
  | 'enum-constant-added'
  | 'enum-constant-removed'
  | 'known-value-added'
  | 'known-value-removed'
  | 'client-renamed'
  | 'client-input-added'
  | 'client-input-removed';

/** What comes, goes or gets another name: operations, schemas, the client itself. */
export const nameRules: Readonly<Record<NameKind, Rule>> = {
  'operation-added': {
    title: 'An operation is new',
    direction: 'both',
    wire: 'none',
    compile: nowhere,
    bumps: each('minor'),
    reason: 'There is more to call; nothing that is there changes.',
  },
  'operation-removed': {
    title: 'An operation is gone',
    direction: 'both',
    wire: 'break',
    compile: everywhere,
    bumps: each('major'),
    reason: 'Its function, method, hooks and types are no longer there.',
  },
  'operation-renamed': {
    title: 'An operation has another name',
    direction: 'both',
    wire: 'none',
    compile: everywhere,
    bumps: each('major'),
    reason: 'Function, hooks and types are named after the operationId; the request is the same.',
  },
  'operation-id-changed': {
    title: 'An operationId is spelled in another way',
    direction: 'both',
    wire: 'none',
    compile: nowhere,
    bumps: each('patch'),
    reason: 'The id stands in error messages; the names made of it are the same.',
  },
  'operation-moved': {
    title: 'An operation belongs to another group',
    direction: 'both',
    wire: 'none',
    compile: everywhere,
    bumps: each('major'),
    reason: 'The property of the client and the import path are named after the group.',
  },
  'sdk-method-renamed': {
    title: 'The method of an operation has another name',
    direction: 'both',
    wire: 'none',
    compile: ['client', 'react-query'],
    bumps: bumps('none', 'major', 'major'),
    reason: 'Calls through the client use that name, and so do query keys.',
  },
  'hook-kind-changed': {
    title: 'A query became a mutation, or a mutation a query',
    direction: 'both',
    wire: 'none',
    compile: ['react-query'],
    bumps: bumps('none', 'none', 'major'),
    reason: 'The hook has another name and takes other options.',
  },
  'schema-added': {
    title: 'A schema is new',
    direction: 'both',
    wire: 'none',
    compile: nowhere,
    bumps: bumps('minor', 'none', 'none'),
    reason: 'One more type is exported.',
  },
  'schema-removed': {
    title: 'A schema is gone',
    direction: 'both',
    wire: 'none',
    compile: ['types'],
    bumps: bumps('major', 'none', 'none'),
    reason: 'Whoever imports the type by its name no longer compiles.',
  },
  'schema-renamed': {
    title: 'A schema has another name',
    direction: 'both',
    wire: 'none',
    compile: ['types'],
    bumps: bumps('major', 'none', 'none'),
    reason: 'Whoever imports the type by its name no longer compiles; its fields are the same.',
  },
  'enum-constant-added': {
    title: 'A list of enum values is exported',
    direction: 'both',
    wire: 'none',
    compile: nowhere,
    bumps: bumps('minor', 'none', 'none'),
    reason: 'One more constant is exported.',
  },
  'enum-constant-removed': {
    title: 'A list of enum values is no longer exported',
    direction: 'both',
    wire: 'none',
    compile: ['types'],
    bumps: bumps('major', 'none', 'none'),
    reason: 'Whoever imports the constant by its name no longer compiles.',
  },
  'known-value-added': {
    title: 'Another value of an open enum is known',
    direction: 'both',
    wire: 'none',
    compile: nowhere,
    bumps: bumps('minor', 'none', 'none'),
    reason: 'It was allowed before; completion shows it, and the list of known values has it.',
  },
  'known-value-removed': {
    title: 'A value of an open enum is known no longer',
    direction: 'both',
    wire: 'none',
    compile: nowhere,
    bumps: bumps('minor', 'none', 'none'),
    reason: 'It is allowed as before, and comparisons with it compile; the list of known values lacks it.',
  },
  'client-renamed': {
    title: 'The client has another name',
    direction: 'both',
    wire: 'none',
    compile: ['client', 'react-query'],
    bumps: bumps('none', 'major', 'major'),
    reason: 'The class, the provider and its hook are named so, and query keys begin with it.',
  },
  'client-input-added': {
    title: 'An input may be given to the client',
    direction: 'request',
    wire: 'none',
    compile: nowhere,
    bumps: bumps('none', 'minor', 'none'),
    reason: 'One more option of the client; calls may still name the input.',
  },
  'client-input-removed': {
    title: 'An input may no longer be given to the client',
    direction: 'request',
    wire: 'none',
    compile: ['client'],
    bumps: bumps('none', 'major', 'none'),
    reason: 'The option is gone; every call has to name the input.',
  },
};
