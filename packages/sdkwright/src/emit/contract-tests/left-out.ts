import { undescribedFields } from '../../model/gaps.ts';
import { fieldAt } from '../../model/json.ts';
import { dereference } from '../../model/pointer.ts';
import type { Operation, SdkModel } from '../../model/sdk-model.ts';
import { sentPath } from '../../model/sent-path.ts';

/** The ids of operations that a mock of the document cannot take or answer as it says, each with the reason. */
export function leftOut(model: SdkModel): [id: string, reason: string][] {
  return model.operations.flatMap((operation, index) => {
    const reason = reasonOf(model, operation) ?? shadowed(operation, model.operations.slice(0, index));
    return reason === undefined ? [] : [[operation.id, reason]];
  });
}

function reasonOf({ document }: SdkModel, { body, success, errors }: Operation): string | undefined {
  if (body && undescribedFields(document, body.schema).length > 0)
    return 'its body must have fields that the document does not describe';
  const isForm = body?.kind === 'multipart' || body?.kind === 'form';
  if (isForm && fieldAt(dereference(document, body.schema), 'type') === 'array')
    return 'its body is a list, which no form can be';
  const isTold = success.schema !== undefined || !success.pointer.endsWith('/responses');
  const mayBeAnswered = errors.length === 0 || errors.some(({ status }) => status === 'default');
  return isTold || mayBeAnswered ? undefined : 'the document knows no success of it';
}

/** Paths that differ by the names of their parameters, or behind a `#`, are one to a server. */
function shadowed(operation: Operation, before: readonly Operation[]): string | undefined {
  const other = before.find((one) => route(one) === route(operation));
  return other && `to the mock it is ${other.id}, which has the same path`;
}

function route({ httpMethod, path }: Operation): string {
  return `${httpMethod} ${sentPath({ path }).replaceAll(/\{[^}]*\}/g, '{}')}`;
}
