import type { JsonObject } from '../../../src/model/json.ts';
import { createTask, integer, object, ref, sending, tasks, text } from './documents.ts';
import type { Pair } from './pair.ts';

const list = (items: unknown): object => ({ type: 'array', items });
const either = (...oneOf: readonly unknown[]): object => ({ oneOf });

const card = object({ 'kind!': { const: 'card' }, 'number!': text });
const cash = object({ 'kind!': { const: 'cash' } });

/** A form whose schema has a name, and so has what is in its list. */
function formOf(order: JsonObject): JsonObject {
  const content = { 'multipart/form-data': { schema: ref('Form') } };
  return tasks(createTask({ requestBody: { required: true, content } }), {
    components: {
      schemas: {
        Form: object({ 'signers!': { type: 'array', items: ref('Signer') } }),
        Signer: object({ order }),
      },
    },
  });
}

export const inputStructurePairs: readonly Pair[] = [
  {
    name: 'a field within the schema of a form may be null',
    before: formOf({ type: 'integer' }),
    after: formOf({ type: ['integer', 'null'] }),
    changes: ['request-null-allowed Signer.order'],
    bumps: 'minor',
    compile: '',
  },
  {
    name: 'input: a field of an object in a body is new',
    before: sending(object({ 'owner!': object({ 'id!': integer }) })),
    after: sending(object({ 'owner!': object({ 'id!': integer, note: text }) })),
    changes: ['input-added acme.tasks.create owner.note'],
    bumps: 'minor',
    compile: '',
  },
  {
    name: 'input: a field of an object in a body is gone',
    before: sending(object({ 'owner!': object({ 'id!': integer, note: text }) })),
    after: sending(object({ 'owner!': object({ 'id!': integer }) })),
    changes: ['input-removed acme.tasks.create owner.note'],
    bumps: 'major',
    compile: 'all',
  },
  {
    name: 'input: a field of an object in a list is required now',
    before: sending(object({ 'steps!': list(object({ name: text })) })),
    after: sending(object({ 'steps!': list(object({ 'name!': text })) })),
    changes: ['input-required acme.tasks.create steps[].name'],
    bumps: 'major',
    compile: 'all',
  },
  {
    name: 'input: an object closes to fields of any name',
    before: sending(object({ labels: object({ color: text }, { additionalProperties: text }) })),
    after: sending(object({ labels: object({ color: text }) })),
    changes: ['input-removed acme.tasks.create labels[*]'],
    bumps: 'major',
    compile: 'all',
  },
  {
    name: 'input: an object opens to fields of any name',
    before: sending(object({ labels: object({ color: text }) })),
    after: sending(object({ labels: object({ color: text }, { additionalProperties: text }) })),
    changes: ['input-added acme.tasks.create labels[*]'],
    bumps: 'minor',
    compile: '',
  },
  {
    name: 'input: the fields of any name have another type',
    before: sending(object({ labels: { type: 'object', additionalProperties: text } })),
    after: sending(object({ labels: { type: 'object', additionalProperties: integer } })),
    changes: ['request-type-changed acme.tasks.create labels[*]'],
    bumps: 'major',
    compile: 'all',
  },
  {
    name: 'input: a variant is new',
    before: sending(object({ 'pay!': either(card) })),
    after: sending(object({ 'pay!': either(card, cash) })),
    changes: ['request-type-widened acme.tasks.create pay'],
    bumps: 'minor',
    compile: '',
  },
  {
    name: 'input: a variant is gone',
    before: sending(object({ 'pay!': either(card, cash) })),
    after: sending(object({ 'pay!': either(card) })),
    changes: ['request-type-changed acme.tasks.create pay'],
    bumps: 'major',
    compile: 'all',
  },
  {
    name: 'input: a field of a variant is gone',
    before: sending(object({ 'pay!': either(card, cash) })),
    after: sending(object({ 'pay!': either(cash, object({ 'kind!': { const: 'card' } })) })),
    changes: ['input-removed acme.tasks.create pay.number'],
    bumps: 'major',
    compile: 'all',
  },
  {
    name: 'input: the parts of a body say the same in another way',
    before: sending({ allOf: [object({ 'title!': text }), object({ note: text })] }),
    after: sending(object({ 'title!': text, note: text })),
    changes: ['document-changed every call'],
    bumps: 'patch none none',
    compile: '',
  },
  {
    name: 'input: a part of a body has one field less',
    before: sending({ allOf: [object({ 'title!': text }), object({ note: text })] }),
    after: sending({ allOf: [object({ 'title!': text }), object({})] }),
    changes: ['input-removed acme.tasks.create note'],
    bumps: 'major',
    compile: 'all',
  },
];
