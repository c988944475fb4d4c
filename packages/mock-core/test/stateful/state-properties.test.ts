import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asking } from './asking.ts';
import { answers, documentOf, listOf, object, query, ref, takes } from './documents.ts';

const integer = { type: 'integer' };
const string = { type: 'string' };

const document = documentOf(
  {
    '/items': {
      get: answers(listOf(ref('Item')), { parameters: [query('page', integer), query('size', integer)] }, []),
      post: takes({ name: string }, ref('Item')),
    },
    '/items/{id}': { put: takes({ name: string }, ref('Item')), delete: takes({}) },
    '/items/{id}/restore': { post: takes({}) },
  },
  { Item: object({ id: integer, name: string, note: { type: 'string', pattern: '^x$' } }, ['id', 'note']) },
);

type Step = readonly ['create' | 'rename' | 'archive' | 'restore', id: number, name: string];

const step: fc.Arbitrary<Step> = fc.tuple(
  fc.constantFrom('create', 'rename', 'archive', 'restore'),
  fc.integer({ min: 1, max: 8 }),
  fc.string(),
);

/** The same in four lines: what each id is called, and whether it is archived. */
function remembered(steps: readonly Step[]): unknown[] {
  const all: { id: number; name: string; archived: boolean }[] = [];
  for (const [verb, id, name] of steps) {
    const item = all.find((one) => one.id === id && (verb === 'restore' || !one.archived));
    if (verb === 'create') all.push({ id: all.length + 1, name, archived: false });
    else if (item && verb === 'rename') item.name = name;
    else if (item) item.archived = verb === 'archive';
  }
  return all.flatMap(({ id, name, archived }) => (archived ? [] : [{ id, name }]));
}

const requests = {
  create: () => 'POST /items',
  rename: (id: number) => `PUT /items/${id}`,
  archive: (id: number) => `DELETE /items/${id}`,
  restore: (id: number) => `POST /items/${id}/restore`,
};

test('after any steps the list is what was made and not taken away, on whatever pages', () => {
  const steps = fc.array(step, { maxLength: 30 });
  fc.assert(
    fc.property(steps, fc.integer({ min: 1, max: 5 }), (all, size) => {
      const { ask } = asking(document);
      for (const [verb, id, name] of all) ask(requests[verb](id), { name });
      const page = (number: number): { id: number; name: string }[] =>
        ask(`GET /items?page=${number}&size=${size}`) as { id: number; name: string }[];
      const pages = Array.from({ length: Math.ceil(all.length / size) + 1 }, (_, index) => page(index + 1));
      expect(pages.flat().map(({ id, name }) => ({ id, name }))).toEqual(remembered(all));
    }),
  );
});
