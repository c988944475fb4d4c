import type { Api, SdkModel } from '../model/sdk-model.ts';
import { usualAuth } from '../emit/client/auth.ts';
import { changeOf, type ChangeKind } from './catalogue.ts';
import type { Change, Subject } from './change.ts';
import type { Comparison } from './comparison.ts';
import { oauthEndpoints } from './diff-security.ts';
import { diffServers } from './diff-servers.ts';
import { isSame } from '../model/same.ts';

/** What holds for every call: the client's name, its servers, its credentials, its inputs, its limits. */
export function diffApi({ before, after }: Comparison): Change[] {
  return [
    ...diffFacts(before.api, after.api),
    ...diffServers(before.api, after.api),
    ...diffAuth(before, after),
    ...diffEndpoints(before, after),
    ...diffClientInputs(before.api, after.api),
  ];
}

const everyCall = { calls: [] } as const;

function about(pointer: string): Subject {
  return { ...everyCall, pointers: { before: pointer, after: pointer } };
}

function diffFacts(was: Api, is: Api): Change[] {
  const facts: readonly [ChangeKind, string, unknown, unknown][] = [
    ['client-renamed', '#/x-sdk/name', was.name, is.name],
    ['envelope-changed', '#/x-sdk/envelope', was.envelope, is.envelope],
    ['rate-limit-changed', '#/x-sdk/rateLimit', was.rateLimit, is.rateLimit],
    ['document-version-changed', '#/info/version', was.version, is.version],
  ];
  return facts.flatMap(([kind, pointer, one, other]) =>
    isSame(one, other) ? [] : [changeOf(kind, about(pointer), { before: one, after: other })],
  );
}

/** How most calls are signed, as the client package has it. */
function diffAuth(before: SdkModel, after: SdkModel): Change[] {
  const values = { before: signerOf(before), after: signerOf(after) };
  // Without a scheme there was or is no token to speak of; what operations ask for is told by them.
  if (values.before === undefined || values.after === undefined || values.before === values.after) return [];
  const isSameKind = values.before.split(',')[0] === values.after.split(',')[0];
  return [
    changeOf(
      isSameKind ? 'auth-parameter-changed' : 'auth-scheme-changed',
      about('#/components/securitySchemes'),
      values,
    ),
  ];
}

function signerOf(model: SdkModel): string | undefined {
  return usualAuth(model)?.replace('/* @__PURE__ */ ', '');
}

function diffEndpoints(before: SdkModel, after: SdkModel): Change[] {
  const was = oauthEndpoints(before);
  const is = oauthEndpoints(after);
  const there = about('#/components/securitySchemes');
  return [...new Set([...Object.keys(was), ...Object.keys(is)])].flatMap((name) => {
    const field = { ...there, field: name };
    const values = { before: was[name], after: is[name] };
    if (values.before === values.after) return [];
    if (values.before === undefined) return [changeOf('oauth-endpoint-added', field, values)];
    if (values.after === undefined) return [changeOf('oauth-endpoint-removed', field, values)];
    return [changeOf('oauth-endpoint-changed', field, values)];
  });
}

function diffClientInputs({ clientInputs: before }: Api, { clientInputs: after }: Api): Change[] {
  const there = about('#/x-sdk/clientInputs');
  const isIn = (inputs: Api['clientInputs'], name: string): boolean =>
    inputs.some((input) => input.name === name);
  return [
    ...before
      .filter(({ name }) => !isIn(after, name))
      .map(({ name }) => changeOf('client-input-removed', { ...there, field: name })),
    ...after
      .filter(({ name }) => !isIn(before, name))
      .map(({ name }) => changeOf('client-input-added', { ...there, field: name })),
  ];
}
