import { isObject, listAt, objectAt, stringAt, type JsonObject } from './json.ts';
import { camelCase, uniqueNames, wordsOf } from './names.ts';
import type { Server, ServerVariable } from './sdk-model.ts';

/** Words of a description that tell no server from another. */
const commonWords =
  /^(the|our|for|of|to|in|with|an?|api|apis|rest|servers?|urls?|endpoints?|environments?|hosts?|base|main)$/i;

/** First words of hosts that do not either. */
const commonLabels = /^(api|www|\d*)$/;

const isCamelCase = /^\p{Ll}[\p{L}\p{M}\p{N}]*$/u;

/** The servers of a document by name; none where that is a single one without variables. */
export function namedServers(document: JsonObject): Server[] {
  const named = serversWithNames(document).map(([server, name]) => {
    const description = stringAt(server, 'description');
    const url = (stringAt(server, 'url') ?? '').replace(/\/+$/, '');
    const variables = variablesOf(url, objectAt(server, 'variables'));
    return { name, url, ...(description === undefined ? {} : { description }), variables };
  });
  const isChoice = named.length > 1 || named.some(({ variables }) => variables.length > 0);
  return isChoice ? named : [];
}

/** The Server Objects of a document, each with the name that callers choose it with. */
export function serversWithNames(document: JsonObject): (readonly [server: JsonObject, name: string])[] {
  const servers = listAt(document, 'servers').filter(
    (server): server is JsonObject => isObject(server) && stringAt(server, 'url') !== undefined,
  );
  const names = uniqueNames(servers, serverName);
  return servers.map((server, index) => [server, names[index] ?? '']);
}

function variablesOf(url: string, variables: JsonObject): ServerVariable[] {
  const names = new Set(Array.from(url.matchAll(/\{([^}]*)\}/g), ([, name = '']) => name));
  return Array.from(names, (name) => {
    const variable = objectAt(variables, name);
    const description = stringAt(variable, 'description');
    const usual = variable['default'];
    return {
      name,
      values: listAt(variable, 'enum').map(String),
      // A default that is the placeholder again is none.
      ...(usual === undefined || usual === null || usual === `{${name}}` ? {} : { default: String(usual) }),
      ...(description === undefined ? {} : { description }),
    };
  });
}

/** Its `name` (OpenAPI 3.2, or `x-sdk`), else what its description or its host say in a few words. */
function serverName(server: JsonObject): string {
  const told = stringAt(objectAt(server, 'x-sdk'), 'name') ?? stringAt(server, 'name');
  const words = wordsOf(stringAt(server, 'description') ?? '').filter((word) => !commonWords.test(word));
  const described = words.length <= 5 ? words.join(' ') : '';
  const text = told ?? (described || hostName(stringAt(server, 'url') ?? ''));
  return (isCamelCase.test(text) ? text : camelCase(text)) || 'main';
}

/** `sandbox` of `https://sandbox.api.acme.com`, `acme` of `https://api.acme.com`. */
function hostName(url: string): string {
  const host = /^[^/]*\/\/([^/:]*)/.exec(url)?.[1] ?? '';
  const labels = host.replaceAll(/\{[^}]*\}/g, '').split('.');
  return labels.find((label) => !commonLabels.test(label)) ?? '';
}
