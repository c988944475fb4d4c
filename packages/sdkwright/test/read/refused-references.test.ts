import { symlink } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { readDocument } from '../../src/read/read-document.ts';
import { loopbackServer } from '../loopback-server.ts';
import { problemsOf } from '../problems.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const head = 'openapi: 3.1.0\ninfo: { title: Acme, version: 1.0.0 }\n';

type Files = Readonly<Record<string, string>>;

/** What the user reads, the folder left out. */
async function problems(files: Files, prepare: (folder: string) => Promise<unknown> = async () => {}) {
  const folder = await temporaryFolder({ ...files, 'spec/api.yaml': head + (files['spec/api.yaml'] ?? '') });
  await prepare(folder);
  const text = await problemsOf(() => readDocument(`${folder}/spec/api.yaml`));
  return text.replaceAll(folder, '');
}

const outside = 'components:\n  schemas:\n    A: ';

const refusals: { name: string; ref: string; fact: string }[] = [
  {
    name: 'a file beside the folder',
    ref: '../secret.yaml',
    fact: 'leads out of the folder of the document',
  },
  {
    name: 'a file that is not there, outside',
    ref: '../no.yaml',
    fact: 'leads out of the folder of the document',
  },
  { name: 'an absolute path', ref: '/etc/passwd', fact: 'leads out of the folder of the document' },
  { name: 'a path in disguise', ref: '%2e%2e/secret.yaml', fact: 'leads out of the folder of the document' },
  { name: 'a link that leads out', ref: 'link.yaml', fact: 'leads out of the folder of the document' },
  {
    name: 'a linked folder that leads out',
    ref: 'linked/secret.yaml',
    fact: 'leads out of the folder of the document',
  },
  { name: 'a URL', ref: 'https://ann:s3cret@acme.example/a.yaml', fact: 'leads to a URL' },
];

test.each(refusals)('$name is refused, with its place and the way to allow it', async ({ ref, fact }) => {
  const files = { 'secret.yaml': 'type: string\n', 'spec/api.yaml': `${outside}{ $ref: '${ref}' }\n` };
  const prepare = async (folder: string): Promise<void> => {
    await symlink(`${folder}/secret.yaml`, `${folder}/spec/link.yaml`);
    await symlink(folder, `${folder}/spec/linked`);
  };
  expect(await problems(files, prepare)).toBe(
    [
      `error reference-refused: $ref "${ref.replace('ann:s3cret', '***')}" ${fact}`,
      '  at /spec/api.yaml:5:16 #/components/schemas/A/$ref',
      '  If you trust it, name the folder or the URL with `--allow-refs`.',
    ].join('\n'),
  );
});

const dead: { name: string; files: Files; want: string[] }[] = [
  {
    name: 'a file that is missing',
    files: { 'spec/api.yaml': `${outside}{ $ref: b.yaml }\n`, 'spec/b.yaml': 'items: { $ref: ./c.yaml }\n' },
    want: [
      'error reference-unresolved: $ref "./c.yaml" leads to nothing: there is no file "/spec/c.yaml"',
      '  at /spec/b.yaml:1:16 #/items/$ref',
      '  Correct the $ref; it is relative to the file that it stands in.',
    ],
  },
  {
    name: 'a part that is missing in another file',
    files: { 'spec/api.yaml': `${outside}{ $ref: b.yaml }\n`, 'spec/b.yaml': "\nitems: { $ref: '#/no' }\n" },
    want: [
      'error reference-unresolved: $ref "#/no" leads to nothing',
      '  at /spec/b.yaml:2:16 #/items/$ref',
      '  Add the missing part to the document or correct the $ref.',
    ],
  },
  {
    name: 'a scheme that nobody reads',
    files: { 'spec/api.yaml': `${outside}{ $ref: 'file:///etc/passwd' }\n` },
    want: [
      'error reference-unresolved: $ref "file:///etc/passwd" names no file and no http(s) URL',
      '  at /spec/api.yaml:5:16 #/components/schemas/A/$ref',
      '  Add the missing part to the document or correct the $ref.',
    ],
  },
  {
    name: 'a folder',
    files: { 'spec/api.yaml': `${outside}{ $ref: b }\n`, 'spec/b/c.yaml': '' },
    want: [
      'error reference-unresolved: $ref "b" leads to nothing: there is no file "/spec/b"',
      '  at /spec/api.yaml:5:16 #/components/schemas/A/$ref',
      '  Correct the $ref; it is relative to the file that it stands in.',
    ],
  },
  {
    name: 'a file that does not parse',
    files: { 'spec/api.yaml': `${outside}{ $ref: b.yaml }\n`, 'spec/b.yaml': 'type: object\nitems: [\n' },
    want: [
      'error document-unparsable: "/spec/b.yaml" is neither JSON nor YAML: Flow sequence in block collection must be sufficiently indented and end with a ]',
      '  at /spec/b.yaml:3:1',
      '  Mend the syntax at that place, then run the command again.',
    ],
  },
  {
    name: 'a mistake in a file is told where it stands',
    files: {
      'spec/api.yaml': 'paths: { /b: { $ref: b.yaml } }\n',
      'spec/b.yaml': 'description: B\nget:\n  x-sdk: { method: 1 }\n',
    },
    want: [
      'error extension-invalid: x-sdk.method of GET /b is 1; a string was expected',
      '  at /spec/b.yaml:3:20 #/get/x-sdk/method',
      '  Correct it where it stands; docs/x-sdk.md lists every field.',
    ],
  },
];

test.each(dead)('$name has file, line and column', async ({ files, want }) => {
  expect(await problems(files)).toBe(want.join('\n'));
});

test('a document from a URL is followed below its own URL and nowhere else', async () => {
  const texts: Files = {
    '/v1/api.yaml': `${head}components: { schemas: { A: { $ref: parts/A.yaml } } }\n`,
    '/v1/parts/A.yaml': 'items: { $ref: ../../v2/B.yaml }\n',
  };
  const url = await loopbackServer((request, response) => response.end(texts[request.url ?? ''] ?? ''));
  expect(await problemsOf(() => readDocument(`${url}/v1/api.yaml`))).toBe(
    [
      'error reference-refused: $ref "../../v2/B.yaml" leads to a URL',
      `  at ${url}/v1/parts/A.yaml:1:16 #/items/$ref`,
      '  If you trust it, name the folder or the URL with `--allow-refs`.',
    ].join('\n'),
  );
});

test('a redirect is not followed: it leads to where nobody allowed', async () => {
  const url = await loopbackServer((request, response) => {
    if (request.url === '/api.yaml')
      response.end(`${head}components: { schemas: { A: { $ref: A.yaml } } }\n`);
    else response.writeHead(302, { location: 'http://127.0.0.1:9/' }).end();
  });
  expect(await problemsOf(() => readDocument(`${url}/api.yaml`))).toContain(
    `error reference-unresolved: $ref "A.yaml" leads to nothing: cannot read "${url}/A.yaml": unexpected redirect`,
  );
});

test('parts that put each other in, doubling each time, end with a message', async () => {
  const levels = Array.from(
    { length: 40 },
    (_, level) => `l${level}: { a: { $ref: '#/l${level + 1}' }, b: { $ref: '#/l${level + 1}' } }\n`,
  );
  const files = {
    'spec/api.yaml': "x: 1\ninfoo: { $ref: 'b.yaml#/l0' }\n",
    'spec/b.yaml': `${levels.join('')}l40: {}\n`,
  };
  expect(await problems(files)).toBe(
    [
      'error document-too-large: "/spec/api.yaml" has too many parts inside of each other with what it refers to',
      '  at /spec/api.yaml',
      '  Check that this is the right document.',
    ].join('\n'),
  );
});

test('a chain of files without end is given up', async () => {
  const files = Object.fromEntries(
    Array.from({ length: 60 }, (_, index) => [
      `spec/f${index}.yaml`,
      `items: { $ref: f${index + 1}.yaml }\n`,
    ]),
  );
  expect(await problems({ ...files, 'spec/api.yaml': `${outside}{ $ref: f0.yaml }\n` })).toContain(
    'error document-too-large: "/spec/api.yaml" refers to files over more than 50 others',
  );
});
