import { dataFields } from '../model/document-fields.ts';

/** What stands somewhere in a document. */
export interface Place {
  /** The section of `components` that holds such parts; absent where there is none for them. */
  readonly section?: string;
  /** Whether the keys are names the author chose. */
  readonly holdsNames: boolean;
}

/** Keywords of a Schema Object that hold schemas by name; all others hold one schema, a list of them, or none. */
const schemaMaps: ReadonlySet<string> = new Set([
  'properties',
  'patternProperties',
  'dependentSchemas',
  '$defs',
  'definitions',
]);

/** The sections of `components` (OpenAPI 3.1, section 4.8.7). */
export const componentSections: readonly string[] =
  'schemas responses parameters examples requestBodies headers links callbacks securitySchemes pathItems'.split(
    ' ',
  );

/** Fields of all other objects with parts of their own (OpenAPI 3.1, section 4.8). */
const fields: Readonly<Record<string, Place>> = {
  schema: { section: 'schemas', holdsNames: false },
  requestBody: { section: 'requestBodies', holdsNames: false },
  paths: { section: 'pathItems', holdsNames: true },
  webhooks: { section: 'pathItems', holdsNames: true },
  ...Object.fromEntries(componentSections.map((section) => [section, { section, holdsNames: true }])),
  content: { holdsNames: true },
  encoding: { holdsNames: true },
};

/** What stands in a field of a part; undefined where it is data, which may look like a reference and is none. */
export function fieldPlace(section: string | undefined, key: string): Place | undefined {
  if (dataFields.has(key) || key.startsWith('x-') || section === 'links') return undefined;
  if (section === 'callbacks') return { section: 'pathItems', holdsNames: false };
  // Not OpenAPI, but what Redocly reads: a file with the text.
  if (key === 'description' || key === 'summary') return { holdsNames: false };
  if (section !== 'schemas') return Object.hasOwn(fields, key) ? fields[key] : { holdsNames: false };
  return key === 'examples' ? undefined : { section, holdsNames: schemaMaps.has(key) };
}
