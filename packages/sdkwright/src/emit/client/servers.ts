import type { SdkModel, Server, ServerVariable } from '../../model/sdk-model.ts';
import { jsdoc } from '../jsdoc.ts';
import { jsonLiteral, objectKey, propertyKey, stringLiteral } from '../literal.ts';

/** A value of a variable that lists none. */
export const freeValue = 'acme';

/** `servers`: where a client may be pointed at; nothing where there is no choice. */
export function emitServers({ api }: SdkModel): string {
  if (api.servers.length === 0) return '';
  const fields = api.servers.map(
    (server) => `${documentation(server)}${objectKey(server.name)}: ${urlOf(server)},\n`,
  );
  const lines = [
    `The servers of ${api.title}: \`new ${api.name}({ baseUrl: ${exampleServer(api.servers)} })\`.`,
  ];
  return `\n${jsdoc(lines)}export const servers = {\n${fields.join('')}};\n`;
}

/** Whether the URL of one of them is filled in at run time. */
export function hasVariables({ api }: SdkModel): boolean {
  return api.servers.some(({ variables }) => variables.length > 0);
}

/** `servers.sandbox()`, of the last server: the first is the default. */
export function exampleServer(servers: readonly Server[]): string {
  const { name = '', variables = [] } = servers.at(-1) ?? {};
  return serverCall(name, examplesOf(variables.filter((each) => isRequired(each) || each.values.length > 1)));
}

/** What callers of a server must say, with an example of it. */
export function requiredValues({ variables }: Pick<Server, 'variables'>): Readonly<Record<string, string>> {
  return examplesOf(variables.filter(isRequired));
}

function examplesOf(variables: readonly ServerVariable[]): Readonly<Record<string, string>> {
  return Object.fromEntries(variables.map((each) => [each.name, exampleValue(each)]));
}

/** A call with each value that a variable may have; callers of a server can write no other. */
export function serverCalls({ name, variables }: Server): string[] {
  const required = requiredValues({ variables });
  const given = variables.flatMap(({ name: variable, values }) =>
    (values.length > 0 ? values : [freeValue]).map((value) => ({ ...required, [variable]: value })),
  );
  return [...new Set([required, ...given].map((values) => serverCall(name, values)))];
}

export function serverCall(name: string, values: Readonly<Record<string, string>>): string {
  const fields = Object.entries(values).map(([key, value]) => `${objectKey(key)}: ${quoted(value)}`);
  const path = propertyKey(name) === name ? `servers.${name}` : `servers[${quoted(name)}]`;
  return `${path}(${fields.length > 0 ? `{ ${fields.join(', ')} }` : ''})`;
}

/** In the quotes of all other code, also where no formatter comes: in a comment. */
function quoted(text: string): string {
  const literal = stringLiteral(text);
  return /^"[^'"\\]*"$/.test(literal) ? `'${text}'` : literal;
}

export function exampleValue({ values, default: usual }: ServerVariable): string {
  return values.find((value) => value !== usual) ?? usual ?? freeValue;
}

function isRequired(variable: ServerVariable): boolean {
  return variable.default === undefined;
}

function urlOf({ url, variables }: Server): string {
  if (variables.length === 0) return `(): string => ${stringLiteral(url)}`;
  const type = `{ ${variables.map(field).join(' ')} }`;
  const optional = variables.some(isRequired) ? '' : ' = {}';
  const defaults = Object.fromEntries(variables.map(({ name, default: usual }) => [name, usual]));
  const filled = [stringLiteral(url), 'variables', jsonLiteral(defaults)];
  return `(variables: ${type}${optional}): string => serverUrl(${filled.join(', ')})`;
}

function field(variable: ServerVariable): string {
  const { name, values, description, default: usual } = variable;
  const lines = [
    ...(description === undefined ? [] : [description]),
    ...(usual === undefined ? [] : [`@default ${stringLiteral(usual)}`]),
  ];
  const type = values.length > 0 ? values.map(stringLiteral).join(' | ') : 'string';
  const documentation = lines.length > 0 ? `\n${jsdoc(lines)}` : '';
  const typed = isRequired(variable) ? `: ${type}` : `?: ${type} | undefined`;
  return `${documentation}readonly ${propertyKey(name)}${typed};`;
}

function documentation({ description, url }: Server): string {
  const said = description === undefined ? '' : `${description.trim().replace(/\.$/, '')}. `;
  return jsdoc([`${said}\`${url}\``]);
}
