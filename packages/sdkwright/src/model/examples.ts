import { allows } from './allows.ts';
import { fieldAt, isObject, listAt, objectAt, type JsonObject } from './json.ts';
import { knownValues } from './open-enums.ts';
import { dereference } from './pointer.ts';
import type { NamedExample } from './sdk-model.ts';

/** Every example a Media Type Object or Parameter Object carries, in order. */
export function examplesOf(document: JsonObject, holder: JsonObject, pointer: string): NamedExample[] {
  const single = fieldAt(holder, 'example');
  const named = Object.entries(objectAt(holder, 'examples')).flatMap(([name, example]) => {
    const target = dereference(document, example);
    const value = fieldAt(target, 'value');
    return value === undefined ? [] : [{ name, value, pointer: `${pointer}/examples/${name}` }];
  });
  return single === undefined
    ? named
    : [{ name: 'example', value: single, pointer: `${pointer}/example` }, ...named];
}

/**
 * The first example a schema itself gives and allows: `example`, `examples[0]`, `const`, `default` or the first enum
 * value, known ones last.
 */
export function schemaExample(document: JsonObject, schema: unknown): unknown {
  if (!isObject(schema)) return undefined;
  const candidates = [
    fieldAt(schema, 'example'),
    listAt(schema, 'examples')[0],
    fieldAt(schema, 'const'),
    fieldAt(schema, 'default'),
    listAt(schema, 'enum')[0],
    knownValues(schema)?.[0],
  ];
  return candidates.find((candidate) => candidate !== undefined && allows(document, schema, candidate));
}
