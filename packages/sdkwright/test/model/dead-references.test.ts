import { expect, test } from 'vitest';
import { withoutDeadReferences } from '../../src/model/dead-references.ts';

const dead = { $ref: '#/components/schemas/Gone', title: 'Task' };
const data = { example: dead, examples: [dead], default: dead, const: dead, enum: [dead], 'x-task': dead };
const withTask = (task: object): Record<string, unknown> => ({ components: { schemas: { Task: task } } });

test('a dead reference goes, and what is beside it stays; data that looks like one stays as it is', () => {
  const places: string[] = [];
  const document = withTask({ ...data, properties: { example: dead } });
  expect(withoutDeadReferences(document, ({ at }) => places.push(at.join('/')))).toEqual(
    withTask({ ...data, properties: { example: { title: 'Task' } } }),
  );
  expect(places).toEqual(['components/schemas/Task/properties/example']);
});
