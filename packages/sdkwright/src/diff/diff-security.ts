import { fieldAt, isObject, listAt, objectAt, stringsIn, type JsonObject } from '../model/json.ts';
import { rawOperation } from '../model/raw-operation.ts';
import type { Operation, SdkModel } from '../model/sdk-model.ts';
import { changeOf } from './catalogue.ts';
import type { Change, Subject } from './change.ts';
import type { Comparison } from './comparison.ts';

/** One way to be let in: schemes, each with its scopes, all of which are needed (OpenAPI 3.1, section 4.8.30). */
type Requirement = ReadonlySet<string>;

/** Whether someone who was let in may be turned away now. */
export function diffSecurity(
  comparison: Comparison,
  before: Operation,
  after: Operation,
  subject: Subject,
): Change[] {
  const was = requirements(comparison.before, before);
  const is = requirements(comparison.after, after);
  const isEnough = (given: Requirement, wanted: Requirement): boolean =>
    [...wanted].every((part) => given.has(part));
  const isTighter = !was.every((given) => is.some((wanted) => isEnough(given, wanted)));
  const isLooser = !is.every((given) => was.some((wanted) => isEnough(given, wanted)));
  const values = { before: was.map(asText), after: is.map(asText) };
  if (isTighter) return [changeOf('security-tightened', subject, values)];
  return isLooser ? [changeOf('security-loosened', subject, values)] : [];
}

/** The alternatives; an empty one where nobody is turned away. */
function requirements({ document }: SdkModel, { path, httpMethod }: Operation): Requirement[] {
  const own = fieldAt(rawOperation(document, path, httpMethod), 'security') ?? fieldAt(document, 'security');
  const alternatives = Array.isArray(own) ? own.filter(isObject) : [];
  return alternatives.length === 0 ? [new Set()] : alternatives.map(requirement);
}

function requirement(alternative: JsonObject): Requirement {
  return new Set(
    Object.keys(alternative).flatMap((scheme) => [
      scheme,
      ...stringsIn(listAt(alternative, scheme)).map((scope) => `${scheme} ${scope}`),
    ]),
  );
}

function asText(wanted: Requirement): string {
  return wanted.size === 0 ? 'nothing' : [...wanted].join(' and ');
}

/** The URLs of a document's first oauth2 scheme by their names, as `oauthEndpoints` has them. */
export function oauthEndpoints({ document }: SdkModel): Readonly<Record<string, string>> {
  const schemes = Object.values(objectAt(objectAt(document, 'components'), 'securitySchemes'));
  const scheme = schemes.find((candidate) => fieldAt(candidate, 'type') === 'oauth2');
  const urls: Record<string, string> = {};
  for (const flow of Object.values(objectAt(scheme, 'flows'))) {
    for (const name of ['authorizationUrl', 'tokenUrl', 'refreshUrl']) {
      const url = fieldAt(flow, name);
      if (typeof url === 'string') urls[name] = url;
    }
  }
  return urls;
}
