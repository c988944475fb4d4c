import { expect, test } from 'vitest';
import { emitExampleTypes } from '../../src/emit/contract-tests/example-types.ts';
import { formatFiles } from '../../src/emit/format.ts';
import { modelOf, withOperation } from '../documents.ts';

test('every example is assigned to its type', async () => {
  const content = { 'application/json': { schema: {}, examples: { 'a*/evil()/*': { value: { id: 1 } } } } };
  const body = { 'application/json': { schema: { properties: { title: {} } }, example: { title: 'A' } } };
  const Task = {
    type: 'object',
    properties: { tags: { type: 'array', items: { type: 'string', example: 'x' } } },
  };
  const document = withOperation(
    {
      parameters: [{ name: 'page', in: 'query', example: 2, schema: { type: 'integer' } }],
      requestBody: { required: true, content: body },
      responses: {
        200: { description: 'OK', content },
        404: { description: 'No', content: { 'text/plain': { schema: {}, example: 'No' } } },
      },
    },
    { components: { schemas: { Task } } },
    { method: 'post' },
  );
  const [file] = await formatFiles([emitExampleTypes(await modelOf(document))]);
  expect(file?.content.split('\n').slice(3).join('\n')).toBe(`import type * as Types from '@acme/types';

/** #/paths/~1tasks/post/requestBody/content/application~1json/example */
export const example0: Pick<Types.GetTasksInput, 'title'> = { title: 'A' };
/** #/paths/~1tasks/post/responses/200/content/application~1json/examples/a*\\/evil()/* */
export const example1: Types.GetTasksResponse = { id: 1 };
/** #/paths/~1tasks/post/responses/404/content/text~1plain/example */
export const example2: Extract<Types.GetTasksError, { readonly status: 404 }>['body'] = 'No';
/** #/paths/~1tasks/post/parameters/query/page */
export const example3: Types.GetTasksInput['page'] = 2;
/** #/components/schemas/Task/properties/tags/items/examples/0 */
export const example4: NonNullable<Types.Task['tags']>[number] = 'x';
`);
});

test('an example of a range or of any status is held against the errors that can have it', async () => {
  const content = { 'application/json': { schema: {}, example: 'No' } };
  const responses = {
    200: {},
    '5XX': { description: 'No', content },
    default: { description: 'No', content },
  };
  const [file] = await formatFiles([emitExampleTypes(await modelOf(withOperation({ responses })))]);
  const types = [...(file?.content ?? '').matchAll(/readonly status: ([^}]*) }/g)].map(([, type]) => type);
  expect(types).toEqual(['500 | 501 | 502 | 503 | 504 | 505 | 506 | 507 | 508 | 511', 'number']);
});
