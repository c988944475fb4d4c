import { describe, expect, test } from 'vitest';

import {
  document,
  examplesOf,
  jsonOf,
  operations,
  parametersOf,
  resolved,
  responsesOf,
} from '../src/canonical.ts';
import { schemaCompiler } from '../src/closed-schemas.ts';
import { listAt, objectAt, type JsonObject } from '../src/json.ts';
import { statedExamples } from '../src/stated-examples.ts';

const stated = statedExamples(document);
const compileAt = schemaCompiler(document);

test('every stated example fits its schema and holds no undeclared field', () => {
  const misfits = stated.flatMap(({ pointer, schema, value }) => {
    const validate = compileAt(schema);
    return validate(value) ? [] : [`${pointer}: ${JSON.stringify(validate.errors)}`];
  });
  expect(misfits).toEqual([]);
});

test('the examples are found', () => {
  expect(stated.length).toBeGreaterThan(400);
  expect(stated.map(({ pointer }) => pointer)).toEqual(
    expect.arrayContaining([
      '/components/parameters/Page/example',
      '/components/schemas/Member/properties/email/examples/0',
      '/components/responses/NotFound/content/application~1json/examples/error/value',
      '/paths/~1webhooks/post/requestBody/content/application~1x-www-form-urlencoded/examples/all/value',
    ]),
  );
});

describe.each(operations())('$id', (operation) => {
  test('has an example for every parameter', () => {
    const without = parametersOf(operation).filter((parameter) => !('example' in parameter));
    expect(without.map((parameter) => parameter['name'])).toEqual([]);
  });

  test('has an example for every response', () => {
    const without = responsesOf(operation).filter(
      ([status, response]) => examplesOf(jsonOf(response, status), `${operation.id} ${status}`).length === 0,
    );
    expect(without.map(([status]) => status)).toEqual([]);
  });
});

function bodiesOf(): [name: string, mediaType: JsonObject][] {
  return operations().flatMap(({ id, node }) => {
    if (node['requestBody'] === undefined) return [];
    const content = objectAt(objectAt(node['requestBody'], id)['content'], `${id} content`);
    return Object.entries(content).map(([type, mediaType]): [string, JsonObject] => [
      `${id} ${type}`,
      objectAt(mediaType, `${id} ${type}`),
    ]);
  });
}

test.each(bodiesOf())('the body of %s is shown with its required fields and with all', (name, mediaType) => {
  const schema = resolved(mediaType['schema'], name);
  const shown = examplesOf(mediaType, name);
  expect(shown.map(([example]) => example)).toEqual(['required', 'all']);
  const [required, all] = shown.map(([example, value]) => Object.keys(objectAt(value, example)).toSorted());
  expect(required).toEqual(listAt(schema['required'], name).toSorted());
  expect(all).toEqual(Object.keys(objectAt(schema['properties'], name)).toSorted());
});
