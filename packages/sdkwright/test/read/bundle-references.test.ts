import { expect, test } from 'vitest';
import type { JsonObject } from '../../src/model/json.ts';
import { readDocument } from '../../src/read/read-document.ts';
import { loopbackServer } from '../loopback-server.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const head = 'openapi: 3.1.0\ninfo: { title: Acme, version: 1.0.0 }\n';

type Files = Readonly<Record<string, string>>;

/** All of the document that `api.yaml` and the files around it give, but for its first two fields. */
async function bundled(files: Files): Promise<JsonObject> {
  const folder = await temporaryFolder({ ...files, 'api.yaml': head + (files['api.yaml'] ?? '') });
  const { openapi: _, info: __, ...document } = await readDocument(`${folder}/api.yaml`);
  return document;
}

const schema = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });

const bundles: { name: string; files: Files; want: JsonObject }[] = [
  {
    name: 'a file with a schema becomes the component that refers to it',
    files: {
      'api.yaml': 'components: { schemas: { Person: { $ref: ./schemas/User.yaml } } }\n',
      'schemas/User.yaml': 'type: object\n',
    },
    want: { components: { schemas: { Person: { type: 'object' } } } },
  },
  {
    name: 'a file without a component gets one with its name',
    files: {
      'api.yaml': 'components: { schemas: { Team: { items: { $ref: ./schemas/user.yaml } } } }\n',
      'schemas/user.yaml': 'type: object\n',
    },
    want: { components: { schemas: { Team: { items: schema('user') }, user: { type: 'object' } } } },
  },
  {
    name: 'a part of another document keeps its name',
    files: {
      'api.yaml':
        "components: { schemas: { Team: { items: { $ref: 'other.yaml#/components/schemas/User' } } } }\n",
      'other.yaml': `${head}components: { schemas: { User: { items: { $ref: '#/components/schemas/Role' } }, Role: {} } }\n`,
    },
    want: {
      components: { schemas: { Team: { items: schema('User') }, User: { items: schema('Role') }, Role: {} } },
    },
  },
  {
    name: 'references start from the file that they stand in',
    files: {
      'api.yaml': 'components: { schemas: { A: { $ref: ./one/A.yaml } } }\n',
      'one/A.yaml': 'items: { $ref: ../two/B.json }\n',
      'two/B.json': '{ "items": { "$ref": "../one/A.yaml" } }',
    },
    want: { components: { schemas: { A: { items: schema('B') }, B: { items: schema('A') } } } },
  },
  {
    name: 'a file that refers back to the document by its name',
    files: {
      'api.yaml': 'components: { schemas: { A: { $ref: A.yaml }, B: { type: string } } }\n',
      'A.yaml': "items: { $ref: './api.yaml#/components/schemas/B' }\n",
    },
    want: { components: { schemas: { A: { items: schema('B') }, B: { type: 'string' } } } },
  },
  {
    name: 'the document refers to itself by its file name',
    files: {
      'api.yaml': "components: { schemas: { A: { items: { $ref: 'api.yaml#/components/schemas/A' } } } }\n",
    },
    want: { components: { schemas: { A: { items: schema('A') } } } },
  },
  {
    name: 'two files with one name: the second has its folder in front',
    files: {
      'api.yaml':
        'components: { schemas: { All: { anyOf: [{ $ref: a/User.yaml }, { $ref: b/User.yaml }] } } }\n',
      'a/User.yaml': 'type: object\n',
      'b/User.yaml': 'type: string\n',
    },
    want: {
      components: {
        schemas: {
          All: { anyOf: [schema('User'), schema('BUser')] },
          User: { type: 'object' },
          BUser: { type: 'string' },
        },
      },
    },
  },
  {
    name: 'two parts with one name: the second has its file in front',
    files: {
      'api.yaml': "components: { schemas: { User: {}, All: { items: { $ref: 'models.yaml#/User' } } } }\n",
      'models.yaml': 'User: { type: object }\n',
    },
    want: {
      components: {
        schemas: { User: {}, All: { items: schema('ModelsUser') }, ModelsUser: { type: 'object' } },
      },
    },
  },
  {
    name: 'files that are nothing but references in a circle allow anything',
    files: {
      'api.yaml': 'components: { schemas: { All: { items: { $ref: a.yaml } } } }\n',
      'a.yaml': '$ref: b.yaml\n',
      'b.yaml': '$ref: a.yaml\n',
    },
    want: { components: { schemas: { All: { items: {} } } } },
  },
  {
    name: 'a path in a file, its parameters and answers in others',
    files: {
      'api.yaml': 'paths: { /users: { $ref: paths/users.yaml } }\n',
      'paths/users.yaml':
        "parameters: [{ $ref: '../shared.yaml#/parameters/page' }]\nget:\n  responses:\n    200: { $ref: '../shared.yaml#/responses/Users' }\n    404: { $ref: './missing.json' }\n",
      'paths/missing.json': '{ "description": "Missing" }',
      'shared.yaml':
        'parameters: { page: { name: page, in: query } }\nresponses: { Users: { description: OK, headers: { total: { schema: { $ref: total.yaml } } } } }\n',
      'total.yaml': 'type: integer\n',
    },
    want: {
      paths: {
        '/users': {
          parameters: [{ $ref: '#/components/parameters/page' }],
          get: {
            responses: {
              200: { $ref: '#/components/responses/Users' },
              404: { $ref: '#/components/responses/missing' },
            },
          },
        },
      },
      components: {
        parameters: { page: { name: 'page', in: 'query' } },
        responses: {
          Users: { description: 'OK', headers: { total: { schema: schema('total') } } },
          missing: { description: 'Missing' },
        },
        schemas: { total: { type: 'integer' } },
      },
    },
  },
  {
    name: 'paths, components and an operation as whole files',
    files: {
      'api.yaml': 'paths: { $ref: paths.yaml }\ncomponents: { schemas: { $ref: schemas/index.yaml } }\n',
      'paths.yaml': '/users: { get: { $ref: get.yaml } }\n',
      'get.yaml':
        "responses: { 200: { description: OK, content: { application/json: { schema: { $ref: 'api.yaml#/components/schemas/User' } } } } }\n",
      'schemas/index.yaml': 'User: { $ref: User.yaml }\n',
      'schemas/User.yaml': 'items: { $ref: User.yaml }\n',
    },
    want: {
      paths: {
        '/users': {
          get: {
            responses: {
              200: { description: 'OK', content: { 'application/json': { schema: schema('User') } } },
            },
          },
        },
      },
      components: { schemas: { User: { items: schema('User') } } },
    },
  },
  {
    name: 'words beside a reference stay beside it',
    files: {
      'api.yaml':
        'components: { schemas: { A: { properties: { b: { description: Mine., $ref: B.yaml } } } } }\n',
      'B.yaml': 'type: string\n',
    },
    want: {
      components: {
        schemas: {
          A: { properties: { b: { ...schema('B'), description: 'Mine.' } } },
          B: { type: 'string' },
        },
      },
    },
  },
  {
    name: 'the mapping of a discriminator',
    files: {
      'api.yaml':
        'components: { schemas: { Pet: { discriminator: { propertyName: kind, mapping: { cat: Cat.yaml, dog: Dog } } }, Dog: {} } }\n',
      'Cat.yaml': 'type: object\n',
    },
    want: {
      components: {
        schemas: {
          Pet: {
            discriminator: { propertyName: 'kind', mapping: { cat: '#/components/schemas/Cat', dog: 'Dog' } },
          },
          Dog: {},
          Cat: { type: 'object' },
        },
      },
    },
  },
  {
    name: 'what is data is not followed',
    files: {
      'api.yaml':
        'components: { schemas: { A: { items: { $ref: B.yaml }, default: { $ref: /etc/passwd } } }, examples: { a: { value: { $ref: /etc/passwd } } } }\n',
      'B.yaml': 'const: { $ref: ../no.yaml }\n',
    },
    want: {
      components: {
        schemas: {
          A: { items: schema('B'), default: { $ref: '/etc/passwd' } },
          B: { const: { $ref: '../no.yaml' } },
        },
        examples: { a: { value: { $ref: '/etc/passwd' } } },
      },
    },
  },
  {
    name: 'a file name with escapes and a pointer with escapes',
    files: {
      'api.yaml': "components: { schemas: { A: { $ref: './my%20parts.yaml#/a~1b' } } }\n",
      'my parts.yaml': 'a/b: { type: string }\n',
    },
    want: { components: { schemas: { A: { type: 'string' } } } },
  },
  {
    name: 'a schema that its file gives an anchor',
    files: {
      'api.yaml':
        "components: { schemas: { A: { $ref: 'parts.yaml#user' }, B: { $dynamicRef: 'parts.yaml#group' } } }\n",
      'parts.yaml': 'User: { $anchor: user, type: object }\nGroup: { $dynamicAnchor: group, type: array }\n',
    },
    want: {
      components: {
        schemas: { A: { $anchor: 'user', type: 'object' }, B: { $dynamicAnchor: 'group', type: 'array' } },
      },
    },
  },
  {
    name: 'a description in a file of its own, as Redocly has them',
    files: {
      'api.yaml':
        'tags: [{ name: Users, description: { $ref: users.md } }]\ncomponents: { schemas: { A: { items: { $ref: schemas/B.yaml } } } }\n',
      'users.md': '# Users: all of them\n',
      'schemas/B.yaml': 'description: { $ref: ../users.md }\n',
    },
    want: {
      tags: [{ name: 'Users', description: '# Users: all of them\n' }],
      components: { schemas: { A: { items: schema('B') }, B: { description: '# Users: all of them\n' } } },
    },
  },
];

test.each(bundles)('$name', async ({ files, want }) => {
  expect(await bundled(files)).toEqual(want);
});

test('a folder and a URL that were named are followed', async () => {
  const url = await loopbackServer((request, response) =>
    response.end(request.url === '/shared/a.yaml' ? 'items: { $ref: ./b.json }\n' : '{ "type": "string" }'),
  );
  const folder = await temporaryFolder({
    'common/User.yaml': 'type: object\n',
    'spec/api.yaml': `${head}components: { schemas: { A: { $ref: ${url}/shared/a.yaml }, B: { $ref: ../common/User.yaml } } }\n`,
  });
  const allowRefs = [`${url}/shared`, `${folder}/common`];
  expect(await readDocument(`${folder}/spec/api.yaml`, { allowRefs })).toMatchObject({
    components: {
      schemas: { A: { items: schema('SharedB') }, B: { type: 'object' }, SharedB: { type: 'string' } },
    },
  });
});

test('an overlay speaks of the whole document, whatever files it came from', async () => {
  const folder = await temporaryFolder({
    'api.yaml': `${head}paths: { /users: { $ref: users.yaml } }\n`,
    'users.yaml': 'get: { summary: Users }\n',
    'overlay.yaml':
      'overlay: 1.0.0\nactions: [{ target: "$.paths[\'/users\'].get", update: { operationId: listUsers } }]\n',
  });
  expect(await readDocument(`${folder}/api.yaml`, { overlay: `${folder}/overlay.yaml` })).toMatchObject({
    paths: { '/users': { get: { summary: 'Users', operationId: 'listUsers' } } },
  });
});
