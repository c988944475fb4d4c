import ts from 'typescript';
import { fieldAt, objectAt, type JsonObject } from '../../model/json.ts';
import { pointerSegments } from '../../model/pointer.ts';
import type { SdkModel } from '../../model/sdk-model.ts';
import { generatedModule, type File } from '../file.ts';
import { transformSchema } from './engine.ts';
import { engineContext, isEngineDocument } from './engine-context.ts';
import { withIdsOnce } from './ids-once.ts';
import { print } from './print.ts';

/**
 * openapi-typescript's own `paths`, `components` and `operations`, for openapi-fetch and its kind. The schemas in it
 * are those of the modules beside: they are printed once, and the engine's text for some that hold themselves does
 * not compile.
 */
export function emitOpenapiModule(model: SdkModel): File {
  const document = withIdsOnce(withoutSchemas(model.document));
  if (!isEngineDocument(document)) throw new TypeError('the model holds no OpenAPI document');
  const names = new Map(model.schemas.map(({ pointer, name }) => [pointerSegments(pointer)?.at(-1), name]));
  const text = transformSchema(document, engineContext(model.document, model.api.exactInt64))
    .map((node) => print(isComponents(node) ? withNames(node, names) : node))
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

function isComponents(node: ts.Node): node is ts.InterfaceDeclaration {
  return ts.isInterfaceDeclaration(node) && node.name.text === 'components';
}

/** The interface with `Task: types.Task` for every schema. */
function withNames(
  components: ts.InterfaceDeclaration,
  names: ReadonlyMap<string | undefined, string>,
): ts.InterfaceDeclaration {
  const members = components.members.map((member) => {
    const isSchemas = ts.isPropertySignature(member) && keyOf(member) === 'schemas';
    if (!isSchemas || !member.type || !ts.isTypeLiteralNode(member.type)) return member;
    const schemas = member.type.members.map((schema) => named(schema, names));
    const type = ts.factory.createTypeLiteralNode(schemas);
    return ts.factory.updatePropertySignature(
      member,
      member.modifiers,
      member.name,
      member.questionToken,
      type,
    );
  });
  const { modifiers, name, typeParameters, heritageClauses } = components;
  return ts.factory.updateInterfaceDeclaration(
    components,
    modifiers,
    name,
    typeParameters,
    heritageClauses,
    members,
  );
}

function named(member: ts.TypeElement, names: ReadonlyMap<string | undefined, string>): ts.TypeElement {
  const name = ts.isPropertySignature(member) ? names.get(keyOf(member)) : undefined;
  if (name === undefined || !ts.isPropertySignature(member)) return member;
  const type = ts.factory.createTypeReferenceNode(
    ts.factory.createQualifiedName(ts.factory.createIdentifier(here), name),
  );
  return ts.factory.updatePropertySignature(
    member,
    member.modifiers,
    member.name,
    member.questionToken,
    type,
  );
}

function keyOf({ name }: ts.PropertySignature): string | undefined {
  return ts.isIdentifier(name) || ts.isStringLiteral(name) ? name.text : undefined;
}
