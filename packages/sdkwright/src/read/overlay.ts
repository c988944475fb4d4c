import { jsonpath, JSONPathError, type JSONValue } from 'json-p3';
import { throwOnErrors, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { fieldAt, isObject, listAt, stringAt, type JsonObject } from '../model/json.ts';
import { pointerOf } from '../model/pointer.ts';

type Mutable = Record<string, unknown>;

/**
 * Applies an OpenAPI Overlay 1.0 to a copy of the document, action by action.
 * @throws SdkwrightError naming every action that is malformed or whose target matches nothing.
 * @see https://spec.openapis.org/overlay/v1.0.0.html
 */
export function applyOverlay(document: JsonObject, overlay: JsonObject, file: string): JsonObject {
  throwOnErrors(checkOverlay(overlay, file));
  const root: { document: unknown } = { document: unshared(document) };
  const diagnostics: Diagnostic[] = [];
  for (const [index, action] of listAt(overlay, 'actions').entries()) {
    diagnostics.push(...applyAction(root, action, { file, pointer: pointerOf('actions', index, 'target') }));
  }
  throwOnErrors(diagnostics);
  return isObject(root.document) ? root.document : {};
}

/** A copy in which every part is its own: a YAML alias is the same object in two places, and only one is the target. */
function unshared(document: JsonObject): unknown {
  return JSON.parse(JSON.stringify(document));
}

function checkOverlay(overlay: JsonObject, file: string): Diagnostic[] {
  const problems: [pointer: string, message: string][] = [];
  const version = fieldAt(overlay, 'overlay');
  if (typeof version !== 'string' || !version.startsWith('1.0.')) {
    problems.push(['#/overlay', `\`overlay\` is ${JSON.stringify(version)}; "1.0.0" was expected`]);
  }
  if (!Array.isArray(overlay['actions'])) problems.push(['#/actions', '`actions` is missing or no list']);
  for (const [index, action] of listAt(overlay, 'actions').entries()) {
    const target = stringAt(action, 'target');
    const at = pointerOf('actions', index);
    if (target === undefined) problems.push([at, `action ${index + 1} has no \`target\``]);
    else if (!isValidPath(target))
      problems.push([at, `\`target\` ${JSON.stringify(target)} is no JSONPath (RFC 9535)`]);
    if (fieldAt(action, 'update') === undefined && fieldAt(action, 'remove') !== true) {
      problems.push([at, `action ${index + 1} has neither \`update\` nor \`remove: true\``]);
    }
  }
  return problems.map(([pointer, message]) => ({
    code: 'overlay-invalid',
    severity: 'error',
    message: `"${file}" is not a valid Overlay: ${message}`,
    help: 'Follow https://spec.openapis.org/overlay/v1.0.0.html.',
    location: { file, pointer },
  }));
}

function isValidPath(target: string): boolean {
  try {
    jsonpath.compile(target);
    return true;
  } catch (cause) {
    if (cause instanceof JSONPathError) return false;
    throw cause;
  }
}

function applyAction(
  root: { document: unknown },
  action: unknown,
  location: { file: string; pointer: string },
): Diagnostic[] {
  const target = stringAt(action, 'target') ?? '$';
  const nodes = jsonpath.query(target, asJsonValue(root.document)).nodes;
  if (nodes.length === 0) return [targetMissing(action, target, location)];
  // From the last to the first: removing an item of a list must not move the ones still to be removed.
  for (const node of nodes.toReversed()) {
    const path = node.location;
    if (fieldAt(action, 'remove') === true) removeAt(root, path);
    else replaceAt(root, path, merge(node.value, fieldAt(action, 'update')));
  }
  return [];
}

/** Where the matches of a target stand. */
export function locationsOf(document: JsonObject, target: string): (string | number)[][] {
  return jsonpath.query(target, asJsonValue(document)).nodes.map((node) => node.location);
}

/** json-p3 types its input as JSON; what came from a JSON or YAML parser is that. */
function asJsonValue(value: unknown): JSONValue {
  return isJsonValue(value) ? value : null;
}

function isJsonValue(value: unknown): value is JSONValue {
  return value !== undefined;
}

/** "If the target selects an object, merge recursively; if it selects an array, append" (section 4.4.3). */
function merge(target: unknown, update: unknown): unknown {
  if (Array.isArray(target)) return [...target, ...(Array.isArray(update) ? update : [update])];
  if (!isObject(target) || !isObject(update)) return update;
  const merged: Mutable = { ...target };
  for (const [key, value] of Object.entries(update)) {
    define(merged, key, Object.hasOwn(target, key) ? merge(target[key], value) : value);
  }
  return merged;
}

function parentAt(root: { document: unknown }, path: readonly (string | number)[]): unknown {
  return path
    .slice(0, -1)
    .reduce<unknown>(
      (value, segment) => (Array.isArray(value) ? value[Number(segment)] : fieldAt(value, String(segment))),
      root.document,
    );
}

function replaceAt(root: { document: unknown }, path: readonly (string | number)[], value: unknown): void {
  const key = path.at(-1);
  const parent = parentAt(root, path);
  if (key === undefined) root.document = value;
  else if (Array.isArray(parent)) parent[Number(key)] = value;
  else if (isMutable(parent)) define(parent, String(key), value);
}

function removeAt(root: { document: unknown }, path: readonly (string | number)[]): void {
  const key = path.at(-1);
  const parent = parentAt(root, path);
  if (key === undefined) root.document = {};
  else if (Array.isArray(parent)) parent.splice(Number(key), 1);
  else if (isMutable(parent)) delete parent[String(key)];
}

function isMutable(value: unknown): value is Mutable {
  return isObject(value);
}

/** Plain assignment to `__proto__` would change the prototype instead of adding the key. */
function define(object: Mutable, key: string, value: unknown): void {
  Object.defineProperty(object, key, { value, writable: true, enumerable: true, configurable: true });
}

function targetMissing(
  action: unknown,
  target: string,
  location: { file: string; pointer: string },
): Diagnostic {
  const description = stringAt(action, 'description');
  const label = description === undefined ? '' : ` ("${description}")`;
  return {
    code: 'overlay-target-missing',
    severity: 'error',
    message: `the overlay action${label} targets ${target}, which matches nothing in the document`,
    help: 'Correct the target, or drop the action if the document no longer needs it.',
    location,
  };
}
