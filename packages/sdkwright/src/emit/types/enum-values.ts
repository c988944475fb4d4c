import { fieldAt, isObject, listAt, objectAt } from '../../model/json.ts';
import { camelCase, identifier, uniqueNames } from '../../model/names.ts';
import { knownValues } from '../../model/open-enums.ts';
import type { SdkModel } from '../../model/sdk-model.ts';
import { jsdoc } from '../jsdoc.ts';
import { jsonLiteral } from '../literal.ts';

interface EnumValues {
  /** Words of the place: schema or operation, then property. */
  readonly name: string;
  /** Whether it is a whole schema, not a field of one. */
  readonly isSchema: boolean;
  readonly values: readonly (string | number | boolean)[];
  /** Whether there may be others. */
  readonly isOpen: boolean;
}

/** Names of the constants by their place: `Task.status` of a schema, `getTasks.status` of an operation's input. */
export interface EnumConstants {
  readonly schemas: ReadonlyMap<string, string>;
  readonly operations: ReadonlyMap<string, string>;
}

/**
 * Settles the names of all constants at once, since the index exports them side by side. The enum that is a schema
 * of its own keeps its name, and the field `Task.status` gives way to the schema `TaskStatus`: what the document
 * itself named is what people look for.
 */
export function settleEnumConstants(model: Pick<SdkModel, 'schemas' | 'operations'>): EnumConstants {
  const ofSchemas = model.schemas.flatMap(({ name, schema }) => findEnums(name, schema));
  const schemas = [
    ...ofSchemas.filter(({ isSchema }) => isSchema),
    ...ofSchemas.filter(({ isSchema }) => !isSchema),
  ];
  const operations = model.operations.flatMap(({ name, input }) => findEnums(name, input.schema));
  const names = uniqueNames([...schemas, ...operations], ({ name }) => constantName(name));
  const entries = [...schemas, ...operations].map(({ name }, index) => [name, names[index] ?? name] as const);
  return {
    schemas: new Map(entries.slice(0, schemas.length)),
    operations: new Map(entries.slice(schemas.length)),
  };
}

/**
 * The values of each enum as a constant, for selects and checks at run time: those of the schema
 * itself, of its properties and of their items. `null` is no choice and is left out.
 */
export function emitEnumValues(
  constants: ReadonlyMap<string, string>,
  owner: string,
  schema: unknown,
): string {
  return findEnums(owner, schema)
    .map(({ name, values, isOpen }) => {
      const literals = values.map(jsonLiteral).join(', ');
      const which = isOpen
        ? `The known values of \`${name}\`, of which there may be others`
        : `Every value of \`${name}\``;
      const documentation = jsdoc([`${which}, in the document's order.`]);
      return `\n${documentation}export const ${constants.get(name) ?? constantName(name)} = [${literals}] as const;\n`;
    })
    .join('');
}

function constantName(place: string): string {
  return identifier(`${camelCase(place.replace('.', ' '))}Values`, camelCase);
}

function findEnums(owner: string, schema: unknown): EnumValues[] {
  const own = enumOf(owner, schema, true);
  const properties = Object.entries(objectAt(schema, 'properties'));
  return [...own, ...properties.flatMap(([key, property]) => enumOf(`${owner}.${key}`, property, false))];
}

function enumOf(name: string, schema: unknown, isSchema: boolean): EnumValues[] {
  if (!isObject(schema)) return [];
  const holder = fieldAt(schema, 'type') === 'array' ? objectAt(schema, 'items') : schema;
  const known = knownValues(holder);
  const values = known ?? listAt(holder, 'enum').filter(isChoice);
  return values.length === 0 ? [] : [{ name, isSchema, values, isOpen: known !== undefined }];
}

function isChoice(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
