import { mapParts } from '../../model/document-parts.ts';
import { fieldAt, isObject, objectAt, type JsonObject } from '../../model/json.ts';
import { engineSchema } from './engine-schema.ts';
import { pointerSegments } from '../../model/pointer.ts';
import type { SdkModel } from '../../model/sdk-model.ts';
import { generatedModule, type File } from '../file.ts';
import { transformSchema } from './engine.ts';
import { engineContext, isEngineDocument } from './engine-context.ts';
import { withIdsOnce } from './ids-once.ts';
import { printDeclaration } from './print.ts';
import {
  identifier,
  typeLiteral,
  typeReference,
  type Declaration,
  type InterfaceDeclaration,
  type TypeElement,
} from './syntax-tree.ts';

/**
 * openapi-typescript's own `paths`, `components` and `operations`, for openapi-fetch and its kind. The schemas in it
 * are those of the modules beside: they are printed once, and the engine's text for some that hold themselves does
 * not compile.
 */
export function emitOpenapiModule(model: SdkModel): File {
  const document = mapParts(withIdsOnce(withoutSchemas(model.document)), engineSchema);
  if (!isObject(document) || !isEngineDocument(document))
    throw new TypeError('the model holds no OpenAPI document');
  const names = new Map(model.schemas.map(({ pointer, name }) => [pointerSegments(pointer)?.at(-1), name]));
  const text = transformSchema(document, engineContext(model.document, model.api.exactInt64))
    .map((node) => printDeclaration(isComponents(node) ? withNames(node, names) : node))
    .join('\n\n');
  const imports = !text.includes(`: ${here}.`) ? '' : `import type * as ${here} from './index.ts';\n\n`;
  return generatedModule(model, 'types', 'openapi.ts', imports + text);
}

/** What the schemas beside are called in there; no OpenAPI document can declare it. */
const here = 'types';

/** The document with nothing but the prose of its schemas. */
function withoutSchemas(document: JsonObject): JsonObject {
  const components = objectAt(document, 'components');
  const schemas = Object.entries(objectAt(components, 'schemas')).map(([key, schema]) => {
    const told = ['title', 'description', 'deprecated'].map((field) => [field, fieldAt(schema, field)]);
    return [key, Object.fromEntries(told.filter(([, value]) => value !== undefined))];
  });
  if (schemas.length === 0) return document;
  return { ...document, components: { ...components, schemas: Object.fromEntries(schemas) } };
}

function isComponents(node: Declaration): node is InterfaceDeclaration {
  return node.kind === 'InterfaceDeclaration' && node.name.text === 'components';
}

/** The interface with `Task: types.Task` for every schema. */
function withNames(
  components: InterfaceDeclaration,
  names: ReadonlyMap<string | undefined, string>,
): InterfaceDeclaration {
  const members = components.members.map((member) => {
    if (keyOf(member) !== 'schemas' || member.type.kind !== 'TypeLiteral') return member;
    return { ...member, type: typeLiteral(member.type.members.map((schema) => named(schema, names))) };
  });
  return { ...components, members };
}

function named(member: TypeElement, names: ReadonlyMap<string | undefined, string>): TypeElement {
  const key = keyOf(member);
  const name = key === undefined ? undefined : names.get(key);
  if (name === undefined) return member;
  const type = typeReference({ kind: 'QualifiedName', left: identifier(here), right: identifier(name) });
  return { ...member, type };
}

function keyOf(member: TypeElement): string | undefined {
  return member.kind === 'PropertySignature' ? member.name.text : undefined;
}
