import { httpMethods } from '../../model/http-methods.ts';
import { isObject, objectAt, stringAt, type JsonObject } from '../../model/json.ts';

/**
 * The document with every operationId once: the engine writes a field for each, also of webhooks, of callbacks and of
 * path items that are components, whose ids the model does not look at.
 */
export function withIdsOnce(document: JsonObject): JsonObject {
  const seen = new Set<string>();
  const components = objectAt(document, 'components');
  const paths = onceIn(objectAt(document, 'paths'), seen);
  const webhooks = onceIn(objectAt(document, 'webhooks'), seen);
  const pathItems = onceIn(objectAt(components, 'pathItems'), seen);
  const callbacks = mapped(objectAt(components, 'callbacks'), (callback) => onceIn(callback, seen));
  const parts = { ...components, ...among(components, { pathItems, callbacks }) };
  return { ...document, ...among(document, { paths, webhooks, components: parts }) };
}

/** Only those that were there. */
function among(object: JsonObject, fields: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(fields).filter(([key]) => isObject(object[key])));
}

function onceIn(items: JsonObject, seen: Set<string>): JsonObject {
  return mapped(items, (item) => {
    const operations = httpMethods.flatMap((method) => {
      const operation = item[method];
      return isObject(operation) ? [[method, once(operation, seen)]] : [];
    });
    return { ...item, ...Object.fromEntries(operations) };
  });
}

function once(operation: JsonObject, seen: Set<string>): JsonObject {
  const id = stringAt(operation, 'operationId');
  const isSecond = id !== undefined && seen.has(id);
  if (id !== undefined) seen.add(id);
  const callbacks = mapped(objectAt(operation, 'callbacks'), (callback) => onceIn(callback, seen));
  const fields = Object.entries(operation).filter(([key]) => !isSecond || key !== 'operationId');
  return { ...Object.fromEntries(fields), ...among(operation, { callbacks }) };
}

function mapped(object: JsonObject, change: (value: JsonObject) => JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(object).map(([key, value]) => [key, isObject(value) ? change(value) : value]),
  );
}
