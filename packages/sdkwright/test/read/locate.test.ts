import { expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { locateAll } from '../../src/read/locate.ts';

const text = `openapi: 3.1.0
paths:
  /tasks:
    get:
      parameters:
        - name: id
      responses:
        200:
          description: OK
`;

function located(pointer: string, file = 'api.yaml', source = text): (number | undefined)[] {
  const diagnostic: Diagnostic = {
    code: 'reference-unresolved',
    severity: 'error',
    message: '',
    help: '',
    location: { file, pointer },
  };
  return locateAll({ location: 'api.yaml', text: source }, [diagnostic]).flatMap(({ location }) => [
    location?.line,
    location?.column,
  ]);
}

const pointers = [
  { pointer: '#/openapi', want: [1, 10] },
  { pointer: '#/paths/~1tasks/get/parameters/0/name', want: [6, 17] },
  { pointer: '#/paths/~1tasks/get/responses/200/description', want: [9, 24] },
  { pointer: '#/paths/~1tasks/post', want: [undefined, undefined] },
  { pointer: '#/openapi/deeper', want: [undefined, undefined] },
];

test.each(pointers)('$pointer is at $want', ({ pointer, want }) => {
  expect(located(pointer)).toEqual(want);
});

test('JSON is located as well', () => {
  expect(located('#/a/1', 'api.yaml', '{\n  "a": [1,\n    2]\n}')).toEqual([3, 5]);
});

test('a warning is not worth another parse of a large document; an error is', () => {
  const large = `{"a": 1, "b": "${'x'.repeat(500_000)}"}`;
  const one = (severity: Diagnostic['severity']): Diagnostic => ({
    code: 'links-left-out',
    severity,
    message: '',
    help: '',
    location: { file: 'api.json', pointer: '#/a' },
  });
  const line = (severity: Diagnostic['severity']): unknown =>
    locateAll({ location: 'api.json', text: large }, [one(severity)])[0]?.location?.line;
  expect([line('warning'), line('error')]).toEqual([undefined, 1]);
});

test('what points into another file keeps its place', () => {
  expect(located('#/openapi', 'overlay.yaml')).toEqual([undefined, undefined]);
});
