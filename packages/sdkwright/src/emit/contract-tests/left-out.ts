import { undescribedFields } from '../../model/gaps.ts';
import { fieldAt, objectAt } from '../../model/json.ts';
import { dereference } from '../../model/pointer.ts';
import type { Operation, SdkModel } from '../../model/sdk-model.ts';
import { sentPath, shapeOfPath } from '../../model/sent-path.ts';

/** The ids of operations that a mock of the document cannot take or answer as it says, each with the reason. */
export function leftOut(model: SdkModel): [id: string, reason: string][] {
  const known = knownByRoute(model);
  return model.operations.flatMap((operation) => {
    const other = known.get(routeOf(operation));
    const isKnown = other === undefined || other === operation;
    const shadowed = isKnown ? undefined : `to the mock it is ${other.id}, which has the same path`;
    const reason = reasonOf(model, operation) ?? shadowed;
    return reason === undefined ? [] : [[operation.id, reason]];
  });
}

function reasonOf({ document }: SdkModel, { body, path, success, errors }: Operation): string | undefined {
  if (sentPath({ path }).includes('?')) return 'its path has a query, by which the mock finds no operation';
  if (body && undescribedFields(document, body.schema).length > 0)
    return 'its body must have fields that the document does not describe';
  const isForm = body?.kind === 'multipart' || body?.kind === 'form';
  if (isForm && fieldAt(dereference(document, body.schema), 'type') === 'array')
    return 'its body is a list, which no form can be';
  const isTold = success.schema !== undefined || !success.pointer.endsWith('/responses');
  const mayBeAnswered = errors.length === 0 || errors.some(({ status }) => status === 'default');
  return isTold || mayBeAnswered ? undefined : 'the document knows no success of it';
}

/**
 * Paths that differ by the names of their parameters, or behind a `#`, are one to a server. Prism knows the last of
 * them, but none with a `#` where there is one without.
 */
function knownByRoute({ document, operations }: SdkModel): Map<string, Operation> {
  const order = new Map(Object.keys(objectAt(document, 'paths')).map((path, index) => [path, index]));
  const inOrder = operations.toSorted(
    (left, right) => (order.get(left.path) ?? 0) - (order.get(right.path) ?? 0),
  );
  const known = new Map<string, Operation>();
  for (const operation of inOrder) {
    const before = known.get(routeOf(operation));
    if (!before || !operation.path.includes('#') || before.path.includes('#'))
      known.set(routeOf(operation), operation);
  }
  return known;
}

function routeOf({ httpMethod, path }: Operation): string {
  return `${httpMethod} ${shapeOfPath(sentPath({ path }))}`;
}
