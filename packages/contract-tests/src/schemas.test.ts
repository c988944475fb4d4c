import { answers as schemas } from '@webwork-sdk/client/schemas';
import { describe, expect, test } from 'vitest';
import { cases } from './generated/index.ts';

const bodies = cases.flatMap(({ operation, calls }) =>
  calls.map((call) => ({ operation, name: call.name, body: call.response.body })),
);

describe('the generated schemas', () => {
  test('are there for every operation that answers with a body', () => {
    const withBody = new Set(
      bodies.filter(({ body }) => body !== undefined).map(({ operation }) => operation),
    );
    expect(Object.keys(schemas).toSorted()).toEqual([...withBody].toSorted());
  });

  test.each(bodies)('know all of what $operation answers ($name)', ({ operation, body }) => {
    expect(schemas[operation]?.['~standard'].validate(body)).toEqual({});
  });

  test('tell an addition from a contradiction', () => {
    const page = {
      success: 'yes',
      data: [{ id: 1, email: 'a@example.com', firstname: 'A', lastname: 'B', badge: 7 }],
    };
    const issues = schemas['getProjectViewers']?.['~standard'].validate(page).issues;
    expect(issues?.map(({ path, addition }) => [path.join('.'), addition])).toEqual([
      ['success', false],
      ['data.0.badge', true],
    ]);
  });
});
