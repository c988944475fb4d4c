import { mapDocumentParts, partsOf } from './document-parts.ts';
import { apiExtension } from './extension.ts';
import { fieldAt, listAt, objectAt, stringsIn, type JsonObject } from './json.ts';
import { dereference } from './pointer.ts';

/**
 * The values that a text has today, and that may become more (Zalando's RESTful API guidelines, rule 112). Beside an
 * `enum`, requests know the values of that alone.
 */
export const extensibleEnum = 'x-extensible-enum';

/** The values that are known of a text which may have others; undefined where it may not, or is no text. */
export function knownValues(schema: unknown): readonly string[] | undefined {
  const values = stringsIn(listAt(schema, extensibleEnum));
  const types = [fieldAt(schema, 'type') ?? 'string'].flat();
  if (values.length === 0 || !types.every((type) => type === 'string' || type === 'null')) return undefined;
  return [...new Set([...stringsIn(listAt(schema, 'enum')), ...values])];
}

/** Whether the schema has other values in answers than in requests. */
export function isOpenInAnswers(schema: JsonObject): boolean {
  return Array.isArray(schema['enum']) && knownValues(schema) !== undefined;
}

/** The schema with all its known values in one place, for those who would take the `enum` beside them for the whole. */
export function withKnownValues(schema: JsonObject): JsonObject {
  if (!isOpenInAnswers(schema)) return schema;
  const { enum: _, ...open } = schema;
  return { ...open, [extensibleEnum]: knownValues(schema) };
}

/** The schema as requests have it. */
export function closedEnum(schema: JsonObject): JsonObject {
  const { [extensibleEnum]: _, ...closed } = schema;
  return closed;
}

/**
 * Where the document says `enums: open`, says of every enum of texts that answers may have others. A single value is a
 * constant, and what tells the alternatives of a union apart stays as it is.
 */
export function withOpenEnums(document: JsonObject): JsonObject {
  if (!apiExtension(document).openEnums) return document;
  const telling = new Set([...partsOf(document)].flatMap((part) => tellingEnums(document, part)));
  return mapDocumentParts(document, (part) => (telling.has(part) ? part : open(part)));
}

function open(schema: JsonObject): JsonObject {
  const choices = listAt(schema, 'enum');
  const values = stringsIn(choices);
  if (values.length < 2) return schema;
  const type = schema['type'] ?? (choices.includes(null) ? ['string', 'null'] : 'string');
  const opened = { ...schema, type, [extensibleEnum]: values };
  return knownValues(opened) ? opened : schema;
}

/** The enums by which the alternatives of a union are told apart, whether or not a discriminator says so. */
function tellingEnums(document: JsonObject, schema: JsonObject): JsonObject[] {
  return ['oneOf', 'anyOf'].flatMap((keyword) => {
    const alternatives = listAt(schema, keyword).map((part) =>
      objectAt(dereference(document, part), 'properties'),
    );
    return Object.keys(alternatives[0] ?? {}).flatMap((name) => {
      const enums = alternatives
        .map((fields) => dereference(document, fieldAt(fields, name)))
        .filter((field) => field !== undefined)
        .filter((field) => listAt(field, 'enum').length > 0);
      const values = enums.flatMap((field) => listAt(field, 'enum'));
      return enums.length > 1 && new Set(values).size === values.length ? enums : [];
    });
  });
}
