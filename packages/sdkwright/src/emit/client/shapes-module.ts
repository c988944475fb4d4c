import { isInt64 } from '../../model/exact-integers.ts';
import { fieldAt, isObject, listAt, objectAt, stringsIn, type JsonObject } from '../../model/json.ts';
import { knownValues } from '../../model/open-enums.ts';
import type { NamedSchema, Operation, SdkModel } from '../../model/sdk-model.ts';
import { generatedModule, type File } from '../file.ts';
import { jsdoc } from '../jsdoc.ts';
import { jsonLiteral, objectKey, propertyKey } from '../literal.ts';
import { schemaAt } from '../model-index.ts';
import { statuses } from '../types/statuses.ts';

/** `schemas.ts`: what the document says of each answer, as Standard Schemas for the `validate` option. */
export function emitShapesModule(model: SdkModel): File {
  const answers = model.operations.filter(
    ({ success }) => success.kind === 'json' && success.schema !== undefined,
  );
  const exact = model.api.exactInt64;
  const used = reachableSchemas(model, answers);
  const shapeImports = [
    ...(answers.length > 0 ? ['schemaOf'] : []),
    ...(used.length > 0 || answers.some(({ success }) => hasObjectMember(success.schema))
      ? ['type Shape']
      : []),
    'type ShapeSchema',
  ];
  const body = [
    `import { ${exact ? 'exactJson, ' : ''}schemaSet, type SchemaSet } from '@sdkwright/runtime';\n`,
    `import { ${shapeImports.join(', ')} } from '@sdkwright/runtime/shape';\n\n`,
    used
      .map((schema) => `const ${constantName(schema)}: Shape = ${shapeLiteral(model, schema.schema)};\n`)
      .join('\n'),
    '\n',
    answers.map((operation) => emitSchema(model, operation)).join('\n'),
    `\n${jsdoc(['The schema of every answer, by operationId.'])}`,
    `export const answers: Readonly<Record<string, ShapeSchema>> = { ${answers.map((operation) => `${propertyKey(operation.id)}: ${operation.name}Schema`).join(', ')} };\n`,
    `\n${jsdoc(['All of them, for the `schemas` option of the client.'])}`,
    `export const schemas: SchemaSet = /* @__PURE__ */ schemaSet(answers${exact ? ', exactJson' : ''});\n`,
  ];
  return generatedModule(model, 'client', 'schemas.ts', body.join(''));
}

function emitSchema(model: SdkModel, operation: Operation): string {
  const documentation = jsdoc([`What \`${operation.name}\` answers, ${statuses(operation.success)}.`]);
  return `${documentation}export const ${operation.name}Schema: ShapeSchema = /* @__PURE__ */ schemaOf(${shapeLiteral(model, operation.success.schema)});\n`;
}

function constantName(schema: NamedSchema): string {
  return `${schema.name.charAt(0).toLowerCase()}${schema.name.slice(1)}Shape`;
}

/** The keywords that change a TypeScript type, in the runtime's spelling; limits, formats and prose are left out. */
function shapeLiteral(model: SdkModel, schema: unknown): string {
  if (!isObject(schema)) return '{}';
  const named = schemaAt(model, fieldAt(schema, '$ref'));
  const fields: [string, string | undefined][] = [
    ['ref', named && `() => ${constantName(named)}`],
    ['type', typeLiteral(model, schema)],
    ['enum', enumLiteral(schema)],
    ['required', literalList(stringsIn(listAt(schema, 'required')))],
    ['properties', propertiesLiteral(model, schema)],
    ['rest', restLiteral(model, schema)],
    ['items', isObject(fieldAt(schema, 'items')) ? shapeLiteral(model, schema['items']) : undefined],
    ...(['allOf', 'anyOf', 'oneOf'] as const).map(
      (keyword) => [keyword, partsLiteral(model, schema, keyword)] as [string, string | undefined],
    ),
  ];
  return `{ ${fields.flatMap(([key, value]) => (value === undefined ? [] : [`${key}: ${value}`])).join(', ')} }`;
}

/** A type array as it is; `nullable: true` of OpenAPI 3.0 becomes one, and an integer that may be a bigint. */
function typeLiteral({ api }: SdkModel, schema: JsonObject): string | undefined {
  const type = fieldAt(schema, 'type');
  const names = Array.isArray(type) ? stringsIn(type) : typeof type === 'string' ? [type] : [];
  if (names.length === 0) return undefined;
  const further = [
    ...(api.exactInt64 && isInt64(schema) ? ['bigint'] : []),
    ...(fieldAt(schema, 'nullable') === true ? ['null'] : []),
  ];
  const all = [...new Set([...names, ...further])];
  return jsonLiteral(all.length === 1 ? all[0] : all);
}

function enumLiteral(schema: JsonObject): string | undefined {
  if (knownValues(schema)) return undefined;
  const constant = fieldAt(schema, 'const');
  const choices = constant === undefined ? listAt(schema, 'enum') : [constant];
  const nullable = fieldAt(schema, 'nullable') === true && choices.length > 0 && !choices.includes(null);
  return literalList(nullable ? [...choices, null] : choices);
}

function propertiesLiteral(model: SdkModel, schema: JsonObject): string | undefined {
  const properties = Object.entries(objectAt(schema, 'properties'));
  if (properties.length === 0) return undefined;
  const fields = properties.map(([name, property]) => {
    // TypeScript holds a `constructor` against that of all objects, and forgets that the words in it are literals.
    const held = name in {} ? ' satisfies Shape' : '';
    return `${objectKey(name)}: ${shapeLiteral(model, property)}${held}`;
  });
  return `{ ${fields.join(', ')} }`;
}

function restLiteral(model: SdkModel, schema: JsonObject): string | undefined {
  const additional = fieldAt(schema, 'additionalProperties');
  if (additional === true) return 'true';
  if (isObject(additional)) return shapeLiteral(model, additional);
  // An object of which nothing is listed is open: there is nothing to hold it against.
  const isBare = fieldAt(schema, 'type') !== undefined && fieldAt(schema, 'properties') === undefined;
  return isBare && [fieldAt(schema, 'type')].flat().includes('object') ? 'true' : undefined;
}

function partsLiteral(
  model: SdkModel,
  schema: JsonObject,
  keyword: 'allOf' | 'anyOf' | 'oneOf',
): string | undefined {
  const parts = listAt(schema, keyword);
  return parts.length === 0 ? undefined : `[${parts.map((part) => shapeLiteral(model, part)).join(', ')}]`;
}

function literalList(values: readonly unknown[]): string | undefined {
  return values.length === 0 ? undefined : jsonLiteral(values);
}

/** The named schemas that the shapes of answers lead to, over any number of references, in the model's order. */
function reachableSchemas(model: SdkModel, operations: readonly Operation[]): NamedSchema[] {
  const reached = new Set<NamedSchema>();
  const pending: unknown[] = operations.map((operation) => operation.success.schema);
  for (let next = pending.pop(); pending.length > 0 || next !== undefined; next = pending.pop()) {
    const named = schemaAt(model, fieldAt(next, '$ref'));
    if (named && !reached.has(named)) {
      reached.add(named);
      pending.push(named.schema);
    }
    pending.push(...shapeParts(next));
  }
  return model.schemas.filter((schema) => reached.has(schema));
}

/** Whether a field in there is called like a member of every object. */
function hasObjectMember(schema: unknown): boolean {
  const names = Object.keys(objectAt(schema, 'properties'));
  return names.some((name) => name in {}) || shapeParts(schema).some(hasObjectMember);
}

/** What `shapeLiteral` goes on with: nothing else stands in a shape. */
function shapeParts(schema: unknown): unknown[] {
  return [
    ...Object.values(objectAt(schema, 'properties')),
    ...['additionalProperties', 'items'].map((keyword) => fieldAt(schema, keyword)).filter(isObject),
    ...['allOf', 'anyOf', 'oneOf'].flatMap((keyword) => listAt(schema, keyword)),
  ];
}
