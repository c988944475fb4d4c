import { fieldAt, isObject, listAt, objectAt, stringsIn, type JsonObject } from '../../model/json.ts';
import type { NamedSchema, Operation, SdkModel } from '../../model/sdk-model.ts';
import { generatedModule, type File } from '../file.ts';
import { jsdoc } from '../jsdoc.ts';
import { jsonLiteral, propertyKey } from '../literal.ts';

/** `schemas.ts`: what the document says of each answer, as Standard Schemas for the `validate` option. */
export function emitShapesModule(model: SdkModel): File {
  const answers = model.operations.filter((operation) => operation.success.schema !== undefined);
  const used = reachableSchemas(model, answers);
  const shapeImports = ['schemaOf', ...(used.length > 0 ? ['type Shape'] : []), 'type ShapeSchema'];
  const body = [
    `import { schemaSet, type SchemaSet } from '@sdkwright/runtime';\n`,
    `import { ${shapeImports.join(', ')} } from '@sdkwright/runtime/shape';\n\n`,
    used
      .map((schema) => `const ${constantName(schema)}: Shape = ${shapeLiteral(model, schema.schema)};\n`)
      .join('\n'),
    '\n',
    answers.map((operation) => emitSchema(model, operation)).join('\n'),
    `\n${jsdoc(['The schema of every answer, by operationId.'])}`,
    `export const answers: Readonly<Record<string, ShapeSchema>> = { ${answers.map((operation) => `${propertyKey(operation.id)}: ${operation.name}Schema`).join(', ')} };\n`,
    `\n${jsdoc(['All of them, for the `schemas` option of the client.'])}`,
    `export const schemas: SchemaSet = /* @__PURE__ */ schemaSet(answers);\n`,
  ];
  return generatedModule(model, 'client', 'schemas.ts', body.join(''));
}

function emitSchema(model: SdkModel, operation: Operation): string {
  const documentation = jsdoc([`What \`${operation.name}\` answers, status ${operation.success.status}.`]);
  return `${documentation}export const ${operation.name}Schema: ShapeSchema = /* @__PURE__ */ schemaOf(${shapeLiteral(model, operation.success.schema)});\n`;
}

function constantName(schema: NamedSchema): string {
  return `${schema.name.charAt(0).toLowerCase()}${schema.name.slice(1)}Shape`;
}

/** The keywords that change a TypeScript type, in the runtime's spelling; limits, formats and prose are left out. */
function shapeLiteral(model: SdkModel, schema: unknown): string {
  if (!isObject(schema)) return '{}';
  const named = model.schemas.find(({ pointer }) => pointer === fieldAt(schema, '$ref'));
  const fields: [string, string | undefined][] = [
    ['ref', named && `() => ${constantName(named)}`],
    ['type', typeLiteral(schema)],
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

/** A type array as it is; `nullable: true` of OpenAPI 3.0 becomes one. */
function typeLiteral(schema: JsonObject): string | undefined {
  const type = fieldAt(schema, 'type');
  const names = Array.isArray(type) ? stringsIn(type) : typeof type === 'string' ? [type] : [];
  if (names.length === 0) return undefined;
  const all = fieldAt(schema, 'nullable') === true ? [...new Set([...names, 'null'])] : names;
  return jsonLiteral(all.length === 1 ? all[0] : all);
}

function enumLiteral(schema: JsonObject): string | undefined {
  const constant = fieldAt(schema, 'const');
  const choices = constant === undefined ? listAt(schema, 'enum') : [constant];
  const nullable = fieldAt(schema, 'nullable') === true && choices.length > 0 && !choices.includes(null);
  return literalList(nullable ? [...choices, null] : choices);
}

function propertiesLiteral(model: SdkModel, schema: JsonObject): string | undefined {
  const properties = Object.entries(objectAt(schema, 'properties'));
  if (properties.length === 0) return undefined;
  return `{ ${properties.map(([name, property]) => `${objectKey(name)}: ${shapeLiteral(model, property)}`).join(', ')} }`;
}

/** Plain `__proto__` in a literal would set the prototype. */
function objectKey(name: string): string {
  return name === '__proto__' ? '["__proto__"]' : propertyKey(name);
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

/** The named schemas an answer leads to, in the model's order. */
function reachableSchemas(model: SdkModel, operations: readonly Operation[]): NamedSchema[] {
  const reached = new Set<string>();
  const pending: unknown[] = operations.map((operation) => operation.success.schema);
  while (pending.length > 0) {
    const value = pending.pop();
    if (Array.isArray(value)) pending.push(...value);
    if (!isObject(value)) continue;
    const named = model.schemas.find(({ pointer }) => pointer === value['$ref']);
    if (named && !reached.has(named.pointer)) {
      reached.add(named.pointer);
      pending.push(named.schema);
    }
    pending.push(...Object.values(value));
  }
  return model.schemas.filter(({ pointer }) => reached.has(pointer));
}
