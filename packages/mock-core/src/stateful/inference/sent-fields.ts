import type { OpenApiDocument } from '../../read-document.ts';
import type { DocumentOperation } from './document-operations.ts';
import type { Resource, SentField } from './inferred-api.ts';
import { resolved } from './json-schema.ts';
import { fieldNamed, nounOfKey } from './references.ts';
import { resourceNamed } from './resources.ts';
import { wordsOf } from './words.ts';

/** Which fields of the item the fields of a body become. The scope is none of them: it says where, not what. */
export function sentFields(
  document: OpenApiDocument,
  operation: DocumentOperation,
  resource: Resource,
  all: readonly Resource[],
): SentField[] {
  const scope = new Set(resource.scope.filter(({ isField }) => !isField).map(({ name }) => name));
  const names = Object.keys(resource.fields);
  const body = operation.inputs.filter((input) => input.in === 'body' && !scope.has(input.name));
  const taken = new Set(body.flatMap(({ name }) => (names.includes(name) ? [name] : [])));
  return body.flatMap(({ name, schema }) => {
    const base = { input: name, default: resolved(document, schema)['default'] };
    const field = fieldNamed(names, wordsOf(name));
    // Where `start` and `week_start` are both sent, each is its own field.
    if (field !== undefined && (field === name || !taken.has(field)))
      return [{ ...base, field, via: undefined }];
    return field === undefined ? viaReference(name, names, all).map((found) => ({ ...base, ...found })) : [];
  });
}

/** `project_id` is sent and the item has a field `project`: it takes the name of that project. */
function viaReference(
  input: string,
  names: readonly string[],
  all: readonly Resource[],
): Pick<SentField, 'field' | 'via'>[] {
  const noun = nounOfKey(input);
  const field = noun && names.find((name) => wordsOf(name).join(' ') === noun.join(' '));
  const other = noun && resourceNamed(all, noun);
  const from = other && ['name', 'title', 'label'].find((name) => Object.hasOwn(other.fields, name));
  if (field === undefined || other === undefined || from === undefined) return [];
  return [{ field, via: { resource: other.path, from } }];
}
