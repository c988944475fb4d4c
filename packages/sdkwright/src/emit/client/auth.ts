import type { Api, Operation, SdkModel, SecurityScheme } from '../../model/sdk-model.ts';
import { objectKey, stringLiteral } from '../literal.ts';
import { oncePerModel } from '../once-per-model.ts';
import { mostCommon } from './most-common.ts';

/**
 * How most operations are signed, else the first scheme there is; undefined where there is none. `bearer` is what
 * the runtime does unless told otherwise.
 */
export const usualAuth: (model: SdkModel) => string | undefined = oncePerModel((model) => {
  const all = model.operations.map((operation) => ownAuth(model, operation));
  const [first] = model.api.auth.toSorted((left, right) => Number(isBearer(right)) - Number(isBearer(left)));
  return mostCommon(all.filter((auth) => auth !== 'false')) ?? (first && signer(first));
});

const isBearer = ({ kind }: SecurityScheme): boolean => kind === 'bearer';

/** How an operation is signed, where that is not the usual way. */
export function unusualAuth(model: SdkModel, operation: Operation): string | undefined {
  const usual = usualAuth(model);
  const own = ownAuth(model, operation);
  return usual === undefined || own === usual ? undefined : own;
}

/**
 * The runtime's signer for the security of an operation; `false` where it has none. Where all schemes of the API
 * are signed alike there is one credential; where they are not, each has its name.
 */
function ownAuth(model: SdkModel, { security }: Operation): string {
  const alternatives = alternativesOf(model.api, security);
  if (alternatives.length === 0) return 'false';
  if (signersOf(model).size === 1) return alternatives.flat().map(signer)[0] ?? 'false';
  const literals = bearersFirst(alternatives).map(
    (all) => `{ ${all.map((scheme) => `${objectKey(scheme.name)}: ${signer(scheme)}`).join(', ')} }`,
  );
  return `/* @__PURE__ */ schemes(${literals.join(', ')})`;
}

/** The first alternative gets the client's token, which is no `name:password` where a bearer token would do. */
function bearersFirst(alternatives: readonly SecurityScheme[][]): SecurityScheme[][] {
  const basic = alternatives.findIndex((all) => all.some(({ kind }) => kind === 'basic'));
  if (basic < 0) return [...alternatives];
  const after = alternatives.slice(basic);
  const bearers = after.filter((all) => all.every(isBearer));
  return [...alternatives.slice(0, basic), ...bearers, ...after.filter((all) => !bearers.includes(all))];
}

const signersOf: (model: SdkModel) => ReadonlySet<string> = oncePerModel(({ api, operations }) => {
  const used = operations.flatMap((operation) => alternativesOf(api, operation.security).flat());
  return new Set(used.map(signer));
});

/** The schemes that a client can sign with; an alternative that asks for nothing, or for others, is none. */
function alternativesOf(api: Api, security: Operation['security']): SecurityScheme[][] {
  return security
    .map((names) => names.flatMap((name) => api.auth.find((scheme) => scheme.name === name) ?? []))
    .filter((schemes) => schemes.length > 0);
}

function signer({ kind, name, parameter }: SecurityScheme): string {
  if (kind === 'bearer' || kind === 'basic') return kind;
  return `/* @__PURE__ */ apiKey('${kind}', ${stringLiteral(parameter ?? name)})`;
}
