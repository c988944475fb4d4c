import { fieldAt, isObject, listAt, objectAt } from '../../model/json.ts';
import { camelCase, identifier, uniqueNames } from '../../model/names.ts';
import { jsdoc } from '../jsdoc.ts';
import { jsonLiteral } from '../literal.ts';

interface EnumValues {
  /** Words of the place: schema or operation, then property. */
  readonly name: string;
  readonly values: readonly (string | number | boolean)[];
}

/**
 * The values of each enum as a constant, for selects and checks at run time: those of the schema
 * itself, of its properties and of their items. `null` is no choice and is left out.
 */
export function emitEnumValues(owner: string, schema: unknown): string {
  const enums = findEnums(owner, schema);
  const constants = uniqueNames(enums, ({ name }) => constantName(name));
  return enums
    .map(({ name, values }, index) => {
      const literals = values.map(jsonLiteral).join(', ');
      const documentation = jsdoc([`Every value of \`${name}\`, in the document's order.`]);
      return `\n${documentation}export const ${constants[index]} = [${literals}] as const;\n`;
    })
    .join('');
}

function constantName(place: string): string {
  return identifier(`${camelCase(place.replace('.', ' '))}Values`, camelCase);
}

function findEnums(owner: string, schema: unknown): EnumValues[] {
  const own = enumOf(owner, schema);
  const properties = Object.entries(objectAt(schema, 'properties'));
  return [...own, ...properties.flatMap(([key, property]) => enumOf(`${owner}.${key}`, property))];
}

function enumOf(name: string, schema: unknown): EnumValues[] {
  if (!isObject(schema)) return [];
  const holder = fieldAt(schema, 'type') === 'array' ? objectAt(schema, 'items') : schema;
  const values = listAt(holder, 'enum').filter(isChoice);
  return values.length === 0 ? [] : [{ name, values }];
}

function isChoice(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
