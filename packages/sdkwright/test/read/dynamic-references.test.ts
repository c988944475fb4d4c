import { expect, test } from 'vitest';
import type { JsonObject } from '../../src/model/json.ts';
import { bindDynamicReferences } from '../../src/read/dynamic-references.ts';
import { formatDiagnostic } from '../../src/diagnostics/diagnostic.ts';
import { openapi, withSchemas } from '../documents.ts';

const schema = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });

/** Of `items`, whatever `item` stands for. */
const list: JsonObject = {
  items: { $dynamicRef: '#item' },
  $defs: { item: { $dynamicAnchor: 'item', not: {} } },
};

/** What gives the list its items. */
const of = (item: JsonObject): JsonObject => ({ item: { $dynamicAnchor: 'item', ...item } });

function schemasOf(document: JsonObject): unknown {
  const bound: { components?: { schemas?: unknown } } = bindDynamicReferences(document, 'api.yaml').document;
  return bound.components?.schemas;
}

/** `want`: what becomes of the schemas; those that are not named there stay as they are. */
const bindings: { name: string; given: JsonObject; want: JsonObject }[] = [
  {
    name: 'a schema that gives a template its item is a copy with that in it',
    given: { List: list, User: {}, Users: { ...schema('List'), $defs: of(schema('User')) } },
    want: {
      List: { items: {}, $defs: { item: { not: {} } } },
      Users: { items: schema('User'), $defs: { item: schema('User') } },
    },
  },
  {
    name: 'what stands beside it is asked for, too',
    given: { List: list, Users: { ...schema('List'), $defs: of({ type: 'string' }), maxItems: 3 } },
    want: {
      List: { items: {}, $defs: { item: { not: {} } } },
      Users: { allOf: [{ items: { type: 'string' } }, { $defs: { item: { type: 'string' } }, maxItems: 3 }] },
    },
  },
  {
    name: 'the item may be given in a part of `allOf`, before or behind',
    given: {
      List: list,
      Names: { allOf: [{ $defs: of({ type: 'string' }) }, schema('List')] },
      Sizes: { allOf: [schema('List'), { $defs: of({ type: 'integer' }) }] },
    },
    want: {
      List: { items: {}, $defs: { item: { not: {} } } },
      Names: { allOf: [{ items: { type: 'string' } }] },
      Sizes: { allOf: [{ items: { type: 'integer' } }] },
    },
  },
  {
    name: 'what is given outermost counts',
    given: {
      List: list,
      Users: { ...schema('List'), $defs: of({ type: 'string' }) },
      Admins: { ...schema('Users'), $defs: of({ type: 'integer' }) },
    },
    want: {
      List: { items: {}, $defs: { item: { not: {} } } },
      Users: { items: { type: 'string' }, $defs: { item: { type: 'string' } } },
      Admins: { items: { type: 'integer' }, $defs: { item: { type: 'integer' } } },
    },
  },
  {
    name: 'a template that refers to itself is a schema of its own, one for each item',
    given: {
      Tree: {
        properties: { value: { $dynamicRef: '#item' }, nodes: { items: schema('Tree') } },
        $defs: list['$defs'],
      },
      User: {},
      Page: { properties: { a: { ...schema('Tree'), $defs: of(schema('User')) } } },
      Team: { properties: { b: { ...schema('Tree'), $defs: of(schema('User')) } } },
    },
    want: {
      Tree: { properties: { value: {}, nodes: { items: schema('Tree') } }, $defs: { item: { not: {} } } },
      Page: {
        properties: {
          a: {
            properties: { value: schema('User'), nodes: { items: schema('UserTree') } },
            $defs: { item: schema('User') },
          },
        },
      },
      Team: {
        properties: {
          b: {
            properties: { value: schema('User'), nodes: { items: schema('UserTree') } },
            $defs: { item: schema('User') },
          },
        },
      },
      UserTree: { properties: { value: schema('User'), nodes: { items: schema('UserTree') } } },
    },
  },
  {
    name: 'a component that is such a copy is the one that is referred to',
    given: {
      Tree: {
        properties: { value: { $dynamicRef: '#item' }, nodes: { items: schema('Tree') } },
        $defs: list['$defs'],
      },
      User: {},
      Users: { ...schema('Tree'), $defs: of(schema('User')) },
    },
    want: {
      Tree: { properties: { value: {}, nodes: { items: schema('Tree') } }, $defs: { item: { not: {} } } },
      Users: {
        properties: { value: schema('User'), nodes: { items: schema('Users') } },
        $defs: { item: schema('User') },
      },
    },
  },
  {
    name: 'a tree that says more of its nodes has such nodes',
    given: {
      Node: { $dynamicAnchor: 'node', properties: { nodes: { items: { $dynamicRef: '#node' } } } },
      Named: { $dynamicAnchor: 'node', allOf: [schema('Node'), { required: ['name'] }] },
    },
    want: {
      Node: { properties: { nodes: { items: schema('Node') } } },
      Named: { allOf: [{ properties: { nodes: { items: schema('Named') } } }, { required: ['name'] }] },
    },
  },
  {
    name: 'what is a plain anchor to begin with is not dynamic',
    given: {
      List: { items: { $dynamicRef: '#item' }, $defs: { item: { $anchor: 'item', type: 'string' } } },
      Users: { ...schema('List'), $defs: of({ type: 'integer' }) },
    },
    want: {
      List: { items: { type: 'string' }, $defs: { item: { type: 'string' } } },
      Users: { ...schema('List'), $defs: { item: { type: 'integer' } } },
    },
  },
  {
    name: 'a schema that nothing was given refers to the one with the anchor, or the component of that name',
    given: {
      Pet: { $dynamicAnchor: 'Pet' },
      Cat: { $dynamicAnchor: 'Pet' },
      Pets: { items: { $dynamicRef: '#Pet' } },
    },
    want: { Pet: {}, Cat: {}, Pets: { items: schema('Pet') } },
  },
  {
    name: 'a schema in another resource is named by its URI',
    given: {
      Bar: { items: { $dynamicRef: 'https://acme.example/foo#meta' } },
      Foo: { $id: 'https://acme.example/foo', $dynamicAnchor: 'meta', type: 'object', properties: {} },
    },
    want: { Bar: { items: schema('Foo') }, Foo: { type: 'object', properties: {} } },
  },
  {
    name: 'a reference of both kinds asks for both',
    given: {
      Node: { $dynamicAnchor: 'node', type: 'object', properties: {} },
      A: { $dynamicRef: '#node', ...schema('B') },
      B: {},
    },
    want: {
      Node: { type: 'object', properties: {} },
      A: { ...schema('Node'), allOf: [schema('B')] },
    },
  },
  {
    name: 'an item of such items ends',
    given: { List: list, Deep: { ...schema('List'), $defs: of({ items: { $dynamicRef: '#item' } }) } },
    want: {
      List: { items: {}, $defs: { item: { not: {} } } },
      Deep: { items: schema('DeepItem'), $defs: { item: { items: schema('DeepItem') } } },
      DeepItem: { items: schema('DeepItem') },
    },
  },
  {
    name: 'templates that are parts of each other end',
    given: {
      A: { allOf: [schema('B')], items: { $dynamicRef: '#item' }, $defs: list['$defs'] },
      B: { allOf: [schema('A')] },
      Names: { ...schema('A'), $defs: of({ type: 'string' }) },
    },
    want: {
      A: { allOf: [schema('B')], items: {}, $defs: { item: { not: {} } } },
      Names: {
        allOf: [{ allOf: [schema('Names')] }],
        items: { type: 'string' },
        $defs: { item: { type: 'string' } },
      },
    },
  },
];

test.each(bindings)('$name', ({ given, want }) => {
  expect(schemasOf(withSchemas(given))).toEqual({ ...given, ...want });
});

test('one that leads to nothing is told, with its place', () => {
  const document = withSchemas({ A: { items: { $dynamicRef: '#item' } } });
  const { problems } = bindDynamicReferences(document, 'api.yaml');
  expect(problems.map(formatDiagnostic).join('\n')).toBe(
    [
      'error reference-unresolved: $dynamicRef "#item" leads to nothing',
      '  at api.yaml #/components/schemas/A/items/$dynamicRef',
      '  Give one schema around it, or in `$defs`, a `$dynamicAnchor` of that name.',
    ].join('\n'),
  );
});

test('a document without any stays the very object', () => {
  const document = openapi({ components: { schemas: { A: { $dynamicAnchor: 'a' } } } });
  expect(bindDynamicReferences(document, 'api.yaml').document).toBe(document);
});
