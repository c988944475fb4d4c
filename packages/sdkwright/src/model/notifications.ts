import { parameterSchema, withDocumentation } from './parameters.ts';
import { fieldAt, isObject, listAt, objectAt, stringAt, type JsonObject } from './json.ts';
import { httpMethods } from './http-methods.ts';
import { dereference, pointerOf } from './pointer.ts';
import { buildBody } from './request-body.ts';
import type { Callback, Notification, Operation } from './sdk-model.ts';
import { buildSuccess } from './success-response.ts';

/** What the API sends to those who subscribed (OpenAPI 3.1, section 4.8.1), in the document's order. */
export function buildWebhooks(document: JsonObject): Notification[] {
  return Object.entries(objectAt(document, 'webhooks')).flatMap(([name, item]) =>
    notificationsOf(document, name, item, pointerOf('webhooks', name)),
  );
}

/** What the API sends to URLs that operations were called with (section 4.8.18). */
export function buildCallbacks(document: JsonObject, operations: readonly Operation[]): Callback[] {
  return operations.flatMap((operation) => {
    const item = dereference(document, objectAt(document, 'paths')[operation.path]);
    const raw = objectAt(item, operation.httpMethod.toLowerCase());
    return Object.entries(objectAt(raw, 'callbacks')).flatMap(([name, callback]) =>
      Object.entries(dereference(document, callback) ?? {}).flatMap(([expression, sent]) =>
        notificationsOf(
          document,
          name,
          sent,
          `${operation.pointer}${pointerOf('callbacks', name, expression).slice(1)}`,
        ).map((notification) => ({ ...notification, operation: operation.name })),
      ),
    );
  });
}

function notificationsOf(document: JsonObject, name: string, item: unknown, pointer: string): Notification[] {
  const pathItem = dereference(document, item) ?? {};
  return httpMethods
    .filter((method) => isObject(pathItem[method]))
    .map((method) => notification(document, name, pathItem, method, `${pointer}/${method}`));
}

function notification(
  document: JsonObject,
  name: string,
  pathItem: JsonObject,
  method: string,
  pointer: string,
): Notification {
  const operation = objectAt(pathItem, method);
  // Whether the body is required or not: it is what the notification is for.
  const body = buildBody(document, operation, true, pointer)?.schema;
  const headers = parametersSchema(document, pathItem, operation, 'header');
  const query = parametersSchema(document, pathItem, operation, 'query');
  const { schema: response } = buildSuccess(document, operation, pointer, undefined);
  const summary = stringAt(operation, 'summary') ?? stringAt(pathItem, 'summary');
  const description = stringAt(operation, 'description') ?? stringAt(pathItem, 'description');
  return {
    name,
    httpMethod: method.toUpperCase(),
    pointer,
    ...(summary === undefined ? {} : { summary }),
    ...(description === undefined ? {} : { description }),
    deprecated: fieldAt(operation, 'deprecated') === true,
    ...(body === undefined ? {} : { body }),
    ...(headers ? { headers } : {}),
    ...(query ? { query } : {}),
    ...(response === undefined ? {} : { response }),
  };
}

/** One object of all parameters of a location. Header names are as servers hand them over, in lower case. */
function parametersSchema(
  document: JsonObject,
  pathItem: JsonObject,
  operation: JsonObject,
  location: 'header' | 'query',
): JsonObject | undefined {
  // Those of the operation take the place of those of its path.
  const parameters = [...listAt(pathItem, 'parameters'), ...listAt(operation, 'parameters')]
    .map((parameter) => dereference(document, parameter) ?? {})
    .filter((parameter) => stringAt(parameter, 'in') === location);
  const fields = new Map(
    parameters.map((parameter) => {
      const name = stringAt(parameter, 'name') ?? '';
      const schema = withDocumentation(parameterSchema(parameter), parameter);
      const isRequired = fieldAt(parameter, 'required') === true;
      return [
        location === 'header' ? name.toLowerCase() : name,
        { schema: isObject(schema) ? schema : {}, isRequired },
      ];
    }),
  );
  if (fields.size === 0) return undefined;
  return {
    type: 'object',
    properties: Object.fromEntries([...fields].map(([name, { schema }]) => [name, schema])),
    required: [...fields].filter(([, { isRequired }]) => isRequired).map(([name]) => name),
  };
}
