import { isObject, objectAt, stringAt, type JsonObject } from '../../model/json.ts';
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
  return oauthFlows(model) !== undefined;
}

/** The flows of the first oauth2 scheme, by their OpenAPI names: `authorizationCode`, `clientCredentials` … */
export function oauthFlows({ document }: SdkModel): JsonObject | undefined {
  const schemes = Object.values(objectAt(objectAt(document, 'components'), 'securitySchemes'));
  const scheme = schemes.find((candidate) => stringAt(candidate, 'type') === 'oauth2');
  return isObject(scheme) ? objectAt(scheme, 'flows') : undefined;
}

/** The URLs of all its flows. */
function oauthEndpoints(model: SdkModel): Readonly<Record<string, string>> | undefined {
  const flows = oauthFlows(model);
  if (!flows) return undefined;
  const urls: Record<string, string> = {};
  for (const flow of Object.values(flows)) {
    for (const name of ['authorizationUrl', 'tokenUrl', 'refreshUrl']) {
      const url = stringAt(flow, name);
      if (url !== undefined) urls[name] = absolute(url, model.api.baseUrl);
    }
  }
  return urls;
}

/** What is relative is so to the server (OpenAPI 3.1, "Relative References in URLs"). */
function absolute(url: string, server: string): string {
  return URL.canParse(url) ? url : (URL.parse(url, `${server}/`)?.href ?? url);
}
