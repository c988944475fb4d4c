import { isObject, objectAt, stringAt } from '../../model/json.ts';
import type { SdkModel } from '../../model/sdk-model.ts';
import { generatedModule, type File } from '../file.ts';
import { jsdoc } from '../jsdoc.ts';
import { jsonLiteral } from '../literal.ts';

/** `oauth.ts`: the runtime's OAuth2 functions and where this API's server is; nothing where it has no OAuth2. */
export function emitOAuthModule(model: SdkModel): File[] {
  const endpoints = oauthEndpoints(model);
  if (!endpoints) return [];
  const fields = Object.keys(endpoints).map((name) => `readonly ${name}: string;`);
  const body = [
    `export * from '@sdkwright/runtime/oauth';\n\n`,
    jsdoc(['The authorization server of the API, for `startAuthorization` and the token sources.']),
    `export const oauthEndpoints: { ${fields.join(' ')} } = ${jsonLiteral(endpoints)};\n`,
  ];
  return [generatedModule(model, 'client', 'oauth.ts', body.join(''))];
}

export function hasOAuth(model: SdkModel): boolean {
  return oauthEndpoints(model) !== undefined;
}

/** The URLs of all flows of the first oauth2 scheme, by their OpenAPI names. */
function oauthEndpoints({ document }: SdkModel): Readonly<Record<string, string>> | undefined {
  const schemes = Object.values(objectAt(objectAt(document, 'components'), 'securitySchemes'));
  const scheme = schemes.find((candidate) => stringAt(candidate, 'type') === 'oauth2');
  if (!isObject(scheme)) return undefined;
  const urls: Record<string, string> = {};
  for (const flow of Object.values(objectAt(scheme, 'flows'))) {
    for (const name of ['authorizationUrl', 'tokenUrl', 'refreshUrl']) {
      const url = stringAt(flow, name);
      if (url !== undefined) urls[name] = url;
    }
  }
  return urls;
}
