import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { DiagnosticCode } from '../diagnostics/catalogue.ts';
import { circularSchemas } from './circular-schemas.ts';
import { operationExtension } from './extension.ts';
import { fieldAt, isObject, objectAt, stringAt, type JsonObject } from './json.ts';
import { mendDocument } from './mend-document.ts';
import { objectShape } from './object-shape.ts';
import { renamedOperations } from './operation-ids.ts';
import { namesInPath, parametersIn } from './parameters.ts';
import { dereference, pointerOf } from './pointer.ts';
import type { Operation, Schema, SdkModel } from './sdk-model.ts';
import { securitySchemes } from './security.ts';

/** What a document says that the emitted packages cannot, each with what was done instead. */
export function gaps(document: JsonObject, model: SdkModel, file: string): Diagnostic[] {
  const warning = (code: DiagnosticCode, pointer: string, message: string, help: string): Diagnostic => ({
    code,
    severity: 'warning',
    message,
    help,
    location: { file, pointer },
  });
  return [
    ...mendDocument(document).faults.map(({ at, fact }) =>
      warning(
        'document-malformed',
        pointerOf(...at),
        `'${at.at(-1) ?? ''}' ${fact}`,
        'Correct it in the document, or with an overlay.',
      ),
    ),
    ...circularSchemas(document).map((key) =>
      warning(
        'schema-circular',
        pointerOf('components', 'schemas', key),
        `the schema '${key}' is only a reference to itself; it is typed as unknown`,
        'Say what the schema is.',
      ),
    ),
    ...unsupportedSchemes(document).map((key) =>
      warning(
        'security-unsupported',
        pointerOf('components', 'securitySchemes', key),
        `the security scheme '${key}' is none that a fetch client can sign with`,
        'Give the client a fetch function that does it.',
      ),
    ),
    ...renamedOperations(document, model.operations).map(({ operation, wished, owner }) =>
      warning(
        'operation-id-duplicate',
        `${operation.pointer}/operationId`,
        `operationId "${wished}" of ${operation.httpMethod} ${operation.path} is already the id of ${owner.httpMethod} ${owner.path}; it is called ${operation.id}`,
        'Rename one of the two in the document, or in an overlay.',
      ),
    ),
    ...model.operations.flatMap((operation) => operationGaps(document, operation, warning)),
  ];
}

type Warn = (code: DiagnosticCode, pointer: string, message: string, help: string) => Diagnostic;

function operationGaps(
  document: JsonObject,
  { id, path, httpMethod, pointer, body, input }: Operation,
  warn: Warn,
): Diagnostic[] {
  const item = dereference(document, objectAt(document, 'paths')[path]) ?? {};
  const raw = objectAt(item, httpMethod.toLowerCase());
  const found = pathGaps(document, item, raw, path).map((fact) =>
    warn('document-malformed', pointer, `${id} ${fact}`, 'Correct it in the document, or with an overlay.'),
  );
  if (!body && fieldAt(raw, 'requestBody') !== undefined)
    found.push(
      warn(
        'body-not-sent',
        `${pointer}/requestBody`,
        `${id} is a ${httpMethod} with a body; it is sent without`,
        'Take the fields into the query, or use POST.',
      ),
    );
  const undescribed = body ? undescribedFields(document, body.schema) : [];
  if (body && undescribed.length > 0)
    found.push(
      warn(
        'field-undescribed',
        `${body.pointer}/schema`,
        `the body of ${id} requires what it does not describe, and that cannot be sent: ${undescribed.join(', ')}`,
        'Describe the field, or take it out of `required`, in the document or with an overlay.',
      ),
    );
  const others = body?.partsOnly
    ? []
    : body?.mediaTypes.filter((type) => type.startsWith('multipart/') && type !== body.mediaType);
  if (body && others && others.length > 0)
    found.push(
      warn(
        'media-type-not-sent',
        `${pointer}/requestBody`,
        `${id} takes ${body.mediaTypes.join(', ')}; ${body.mediaType} is sent, which can hold no files`,
        'Drop the media types that you do not want with an overlay.',
      ),
    );
  if (input.layout === 'nested' && operationExtension(raw).pagination)
    found.push(
      warn(
        'pagination-left-out',
        `${pointer}/x-sdk/pagination`,
        `the input of ${id} nests, so its pages cannot be walked`,
        'Rename the parameter or the body field that share a name, with an overlay.',
      ),
    );
  if (hasLinks(document, raw))
    found.push(
      warn(
        'links-left-out',
        `${pointer}/responses`,
        `the links of ${id} are left out`,
        'Nothing to do: the fields that they name are there.',
      ),
    );
  return found;
}

/** Where a path and its parameters do not agree. */
function pathGaps(document: JsonObject, item: JsonObject, operation: JsonObject, path: string): string[] {
  const described = parametersIn(document, item, operation)
    .filter((parameter) => parameter['in'] === 'path')
    .map((parameter) => stringAt(parameter, 'name') ?? '');
  const names = namesInPath(path);
  return [
    ...names
      .filter((name) => !described.includes(name))
      .map((name) => `has '${name}' in its path, which nobody describes; it is taken for a text`),
    ...described
      .filter((name) => !path.includes(`{${name}}`))
      .map((name) => `has no place in its path for the parameter '${name}'; it is left out`),
  ];
}

/**
 * Fields of a closed object of which the document says nothing but that there must be one: its own, and those of
 * required objects in it, as `owner.id`. No schema is looked at twice: it may require itself.
 */
export function undescribedFields(
  document: JsonObject,
  schema: Schema,
  seen: Set<unknown> = new Set(),
): string[] {
  const target = dereference(document, schema);
  const shape = seen.has(target) ? undefined : objectShape(document, target);
  if (!shape) return [];
  seen.add(target);
  const described = new Map(shape.properties);
  return [...shape.required].flatMap((name) => {
    const field = described.get(name);
    if (field === undefined) return [name];
    return undescribedFields(document, field, seen).map((inner) => `${name}.${inner}`);
  });
}

function hasLinks(document: JsonObject, operation: JsonObject): boolean {
  const responses = Object.values(objectAt(operation, 'responses'));
  return responses.some((response) => isObject(fieldAt(dereference(document, response), 'links')));
}

function unsupportedSchemes(document: JsonObject): string[] {
  const known = new Set(securitySchemes(document).map(({ name }) => name));
  const declared = Object.entries(objectAt(objectAt(document, 'components'), 'securitySchemes'));
  return declared
    .filter(
      ([key, scheme]) => !known.has(key) && stringAt(dereference(document, scheme), 'type') !== undefined,
    )
    .map(([key]) => key);
}
