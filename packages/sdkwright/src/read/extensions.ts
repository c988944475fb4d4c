import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { isQuery } from '../model/cache-effects.ts';
import { operationExtension } from '../model/extension.ts';
import { httpMethods } from '../model/http-methods.ts';
import { fieldAt, isObject, type JsonObject, listAt, objectAt, stringAt, stringsIn } from '../model/json.ts';
import { objectShape, schemaBelow } from '../model/object-shape.ts';
import { dereference, pointerOf, pointerSegments } from '../model/pointer.ts';
import { preferredMediaType } from '../model/media-types.ts';
import { parametersIn } from '../model/parameters.ts';
import { buildSuccess } from '../model/success-response.ts';
import { apiShape, checkShape, operationShape, serverShape, type ShapeProblem } from './extension-shapes.ts';

/** An operation with all that its `x-sdk` may speak of. */
interface Described {
  readonly label: string;
  /** Where it stands, which is elsewhere where its path item is a `$ref`. */
  readonly at: readonly string[];
  readonly method: string;
  readonly operation: JsonObject;
  readonly parameters: readonly JsonObject[];
}

/** Names each `x-sdk` of the wrong shape, and each that speaks of something the document does not have. */
export function checkExtensions(document: JsonObject, file: string): Diagnostic[] {
  const operations = describedOperations(document);
  const queries = queryIds(operations);
  const root = problemsAt(document, apiShape, () => clientInputProblems(document, operations));
  return [
    ...root.map((problem) => invalid(problem, 'the document', [], file)),
    ...listAt(document, 'servers').flatMap((server, index) =>
      (isObject(server) ? problemsAt(server, serverShape) : []).map((problem) =>
        invalid(problem, `server ${index}`, ['servers', String(index)], file),
      ),
    ),
    ...operations.flatMap((described) =>
      problemsAt(described.operation, operationShape, () => [
        ...paginationProblems(document, described),
        ...cacheEffectProblems(described, queries),
      ]).map((problem) => invalid(problem, described.label, described.at, file)),
    ),
  ];
}

/** Names are looked up only once the shape is right. */
function problemsAt(
  holder: JsonObject,
  shape: typeof apiShape,
  checkNames: () => ShapeProblem[] = () => [],
): ShapeProblem[] {
  if (!Object.hasOwn(holder, 'x-sdk')) return [];
  const problems = checkShape(holder['x-sdk'], shape);
  return problems.length > 0 ? problems : checkNames();
}

function invalid(
  { at, fact }: ShapeProblem,
  label: string,
  owner: readonly string[],
  file: string,
): Diagnostic {
  const field = ['x-sdk', ...at].filter((segment) => !/^\d+$/.test(segment)).join('.');
  return {
    code: 'extension-invalid',
    severity: 'error',
    message: `${field} of ${label} ${fact}`,
    help: 'Correct it where it stands; docs/x-sdk.md lists every field.',
    location: { file, pointer: pointerOf(...owner, 'x-sdk', ...at) },
  };
}

function describedOperations(document: JsonObject): Described[] {
  return Object.entries(objectAt(document, 'paths')).flatMap(([path, item]) => {
    const pathItem = dereference(document, item) ?? {};
    const place = placeOf(document, item, ['paths', path]);
    return httpMethods
      .filter((method) => isObject(fieldAt(pathItem, method)))
      .map((method) => {
        const operation = objectAt(pathItem, method);
        return {
          label: `${method.toUpperCase()} ${path}`,
          at: [...place, method],
          method,
          operation,
          parameters: parametersIn(document, pathItem, operation),
        };
      });
  });
}

/** Where the object at the end of a chain of `$ref`s stands; the chain was followed before, so it ends. */
function placeOf(document: JsonObject, value: unknown, at: readonly string[]): readonly string[] {
  const segments = pointerSegments(stringAt(value, '$ref') ?? ' ');
  if (segments === undefined || dereference(document, value) === undefined) return at;
  const target = segments.reduce<unknown>((part, segment) => fieldAt(part, segment), document);
  return placeOf(document, target, segments);
}

function clientInputProblems(document: JsonObject, operations: readonly Described[]): ShapeProblem[] {
  const inputs = new Set(operations.flatMap((operation) => inputNames(document, operation)));
  return unknownNames(document, ['clientInputs'], (name) => inputs.has(name)).map(({ at, name }) => ({
    at,
    fact: `names "${name}"; a parameter or body field of an operation was expected`,
  }));
}

function inputNames(document: JsonObject, { operation, parameters }: Described): string[] {
  return [
    ...parameters.map((parameter) => stringAt(parameter, 'name') ?? ''),
    ...bodyFields(document, operation),
  ];
}

function bodyFields(document: JsonObject, operation: JsonObject): string[] {
  const content = objectAt(dereference(document, operation['requestBody']), 'content');
  const media = objectAt(content, preferredMediaType(Object.keys(content)) ?? '');
  const fields = objectShape(document, fieldAt(media, 'schema'))?.properties ?? [];
  return fields.map(([name]) => name);
}

function paginationProblems(document: JsonObject, described: Described): ShapeProblem[] {
  const pagination = objectAt(objectAt(described.operation, 'x-sdk'), 'pagination');
  const isEndless =
    pagination['style'] === 'cursor' && pagination['next'] === undefined && pagination['key'] === undefined;
  const fact = 'has neither next nor key; the place of the next cursor was expected';
  return [
    ...(isEndless ? [{ at: ['pagination'], fact }] : []),
    ...pageParameterProblems(document, described, pagination),
    ...pagePointerProblems(document, described, pagination),
  ];
}

/** The fields that name a parameter. */
function pageParameterProblems(
  document: JsonObject,
  { operation, parameters }: Described,
  pagination: JsonObject,
): ShapeProblem[] {
  const inQuery = parameters
    .filter((parameter) => stringAt(parameter, 'in') === 'query')
    .map((parameter) => stringAt(parameter, 'name') ?? '');
  const inBody = bodyFields(document, operation);
  const names = [...inQuery, ...inBody];
  const kinds = inBody.length === 0 ? 'query parameters' : 'query parameters and body fields';
  const list = names.length === 0 ? 'it has none' : names.toSorted().join(', ');
  const said = [
    ...['page', 'offset', 'cursor', 'size'].map((key) => ({ at: [key], name: stringAt(pagination, key) })),
    ...stringsIn(listAt(pagination, 'inputs')).map((name, index) => ({ at: ['inputs', `${index}`], name })),
  ];
  return said.flatMap(({ at, name }) => {
    if (name === undefined || names.includes(name)) return [];
    const fact = `names "${name}"; one of its ${kinds} was expected: ${list}`;
    return [{ at: ['pagination', ...at], fact }];
  });
}

/** The pointers, as far as the answer is made of plain objects; of others nobody knows what they hold. */
function pagePointerProblems(
  document: JsonObject,
  { operation }: Described,
  pagination: JsonObject,
): ShapeProblem[] {
  const body = buildSuccess(document, operation, '', undefined).schema;
  return ['items', 'info', 'last', 'total', 'next', 'more'].flatMap((key) => {
    const pointer = stringAt(pagination, key);
    const steps = pointerSegments(pointer ?? '') ?? [];
    return steps
      .flatMap((step, depth) => {
        const around = objectShape(document, schemaBelow(document, body, steps.slice(0, depth)));
        const names = around?.properties.map(([name]) => name) ?? [step];
        const place = depth === 0 ? 'the answer has' : `/${steps.slice(0, depth).join('/')} has`;
        const fact = `leads to nothing; ${place} ${names.join(', ')}`;
        return names.includes(step) ? [] : [{ at: ['pagination', key], fact }];
      })
      .slice(0, 1);
  });
}

/** The ids of all queries; undefined where one has none and is given one later. */
function queryIds(operations: readonly Described[]): ReadonlySet<string> | undefined {
  const ids = operations
    .filter(({ method, operation }) =>
      isQuery({ httpMethod: method.toUpperCase(), ...operationExtension(operation) }),
    )
    .map(({ operation }) => stringAt(operation, 'operationId'));
  return ids.includes(undefined) ? undefined : new Set(ids.filter((id) => id !== undefined));
}

function cacheEffectProblems(
  { operation }: Described,
  queries: ReadonlySet<string> | undefined,
): ShapeProblem[] {
  return ['invalidates', 'keeps'].flatMap((key) =>
    unknownNames(operation, ['cacheEffects', key], (name) => queries?.has(name) ?? true).map(
      ({ at, name }) => ({
        at,
        fact: `names "${name}"; the operationId of a query, such as a GET, was expected`,
      }),
    ),
  );
}

/** The names in a list below `x-sdk` that are not known. */
function unknownNames(
  holder: JsonObject,
  path: readonly string[],
  isKnown: (name: string) => boolean,
): { at: string[]; name: string }[] {
  const list = path.reduce<unknown>((value, key) => fieldAt(value, key), holder['x-sdk']);
  return (Array.isArray(list) ? list : []).flatMap((name: unknown, index) =>
    typeof name === 'string' && !isKnown(name) ? [{ at: [...path, String(index)], name }] : [],
  );
}
