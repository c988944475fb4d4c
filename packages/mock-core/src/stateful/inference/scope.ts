import type { OpenApiDocument } from '../../read-document.ts';
import type { DocumentOperation, OperationInput } from './document-operations.ts';
import type { Resource, ScopeKey } from './inferred-api.ts';
import { objectAt, stringsAt } from './json-schema.ts';

/**
 * Inputs that say whose items are meant: the parameters in the path of the list, the client-wide inputs of `x-sdk`,
 * and what every operation on the list and its items requires.
 */
export function scopeOf(
  document: OpenApiDocument,
  { path, itemPath, fields }: Pick<Resource, 'path' | 'itemPath' | 'fields'>,
  operations: readonly DocumentOperation[],
): ScopeKey[] {
  const own = operations.filter((operation) => operation.path === path || operation.path === itemPath);
  // A list without operations on the item itself is judged by those below: `/leaves/{leaveId}/approve`.
  if (own.length === 1) own.push(...operations.filter((one) => one.path.startsWith(`${itemPath}/`)));
  const inputs = own.flatMap((operation) => operation.inputs);
  const clientWide = new Set(stringsAt(objectAt(document, 'x-sdk'), 'clientInputs'));
  const isScope = ({ name, in: place }: OperationInput): boolean =>
    place !== 'path' && (clientWide.has(name) || isAlwaysRequired(name, own));
  const inPath = [...path.matchAll(/\{([^{}]+)\}/g)].map(([, name = '']) => name);
  const names = new Set([...inPath, ...inputs.filter(isScope).map(({ name }) => name)]);
  return [...names].map((name) => ({
    name,
    isField: Object.hasOwn(fields, name),
    example: inputs.find((input) => input.name === name && input.example !== undefined)?.example,
  }));
}

/** One operation alone proves nothing: a search may require its text, and no operation may take it twice. */
function isAlwaysRequired(name: string, operations: readonly DocumentOperation[]): boolean {
  const reads = operations.filter(({ method }) => method === 'GET');
  return (
    operations.length > 1 &&
    reads.length > 0 &&
    operations.every(({ inputs }) => inputs.some((input) => input.name === name && input.required))
  );
}
