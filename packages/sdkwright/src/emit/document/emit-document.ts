import { dataFields, nameMaps } from '../../model/document-fields.ts';
import { gone, isObject, mapFields, mapItems, objectAt, type JsonObject } from '../../model/json.ts';
import { serversWithNames } from '../../model/named-servers.ts';
import type { SdkModel } from '../../model/sdk-model.ts';
import { generatedMark, type File } from '../file.ts';

/** Where a release of the types package has the document that it was made from. */
export const shippedPath = 'src/generated/document.json';

/** Fields that only people read. */
const proseFields: ReadonlySet<string> = new Set([
  'description',
  'summary',
  'example',
  'examples',
  'externalDocs',
]);

/**
 * The document of a release, overlay applied, without its prose: all that a comparison with another release asks for.
 * The types package has it, for whoever has one of the packages has that one.
 */
export function emitDocument(model: SdkModel): File {
  const { original, api } = model;
  const content = {
    'x-generated': `${generatedMark}. Do not edit: change the document or its overlay.`,
    ...withoutProse({ ...original, ...(api.servers.length > 0 && { servers: serversToShip(original) }) }),
    'x-sdk': { ...objectAt(original, 'x-sdk'), name: api.name },
  };
  return { path: `types/${shippedPath}`, content: `${JSON.stringify(content)}\n` };
}

/** Names come from descriptions, which are left out. */
function serversToShip(document: JsonObject): JsonObject[] {
  return serversWithNames(document).map(([server, name]) => ({ ...server, 'x-sdk': { name } }));
}

function withoutProse(document: JsonObject): JsonObject {
  return mapFields(document, (child, key) => (isProse(key) ? gone : dropped(child, nameMaps.has(key))));
}

/** Below a map of names, such as `properties`, every key is somebody's name. */
function dropped(value: unknown, keysAreNames: boolean): unknown {
  if (Array.isArray(value)) return mapItems(value, (item) => dropped(item, false));
  if (!isObject(value)) return value;
  return mapFields(value, (child, key) => {
    if (keysAreNames) return dropped(child, false);
    if (isProse(key)) return gone;
    return dataFields.has(key) ? child : dropped(child, nameMaps.has(key));
  });
}

function isProse(key: string): boolean {
  return proseFields.has(key) || key.startsWith('x-evidence');
}
