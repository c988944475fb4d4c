import { expect, test } from 'vitest';
import { formatDiagnostic } from '../../src/diagnostics/diagnostic.ts';
import { checkVersion } from '../../src/read/version.ts';

test.each(['3.0.0', '3.0.4', '3.1.0', '3.1.1', '3.1.0-rc1', '3.0', '3.1', 3, 3.1])(
  '%s is read',
  (openapi) => {
    expect(checkVersion({ openapi }, 'api.yaml')).toEqual([]);
  },
);

const refused = [
  {
    given: { swagger: '2.0', paths: {} },
    want: 'is Swagger "2.0"',
    help: 'Convert it to OpenAPI 3 first, for example with `npx swagger2openapi`.',
  },
  {
    given: { openapi: '3.3.0', paths: {} },
    want: 'is OpenAPI "3.3.0"',
    help: 'Convert it to OpenAPI 3.1 first.',
  },
  { given: { openapi: '2.9.0' }, want: 'is OpenAPI "2.9.0"', help: 'Convert it to OpenAPI 3.1 first.' },
  { given: { openapi: 3.3 }, want: 'is OpenAPI 3.3', help: 'Convert it to OpenAPI 3.1 first.' },
  {
    given: { asyncapi: '3.0.0' },
    want: 'is AsyncAPI "3.0.0"',
    help: 'Check that the path leads to the OpenAPI document; its first field is `openapi: 3.1.0` or `openapi: 3.0.x`.',
  },
  {
    given: { overlay: '1.0.0', actions: [] },
    want: 'is an OpenAPI Overlay',
    help: 'Give the overlay as `--overlay` and the document as argument.',
  },
  {
    given: { paths: {} },
    want: 'is an object without an `openapi` field',
    help: 'Add `openapi: 3.1.0` at the top if that is what it is.',
  },
];

test.each(refused)('a document that $want', ({ given, want, help }) => {
  expect(checkVersion(given, 'api.yaml').map(formatDiagnostic)).toEqual([
    [
      `error document-not-openapi: "api.yaml" ${want}; OpenAPI 3.0, 3.1 or 3.2 was expected`,
      '  at api.yaml #/openapi',
      `  ${help}`,
    ].join('\n'),
  ]);
});
