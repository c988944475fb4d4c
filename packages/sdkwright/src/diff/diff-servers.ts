import type { Api, Server, ServerVariable } from '../model/sdk-model.ts';
import { filledUrl, hasHost } from '../model/servers.ts';
import { changeOf, type ChangeKind } from './catalogue.ts';
import type { Change } from './change.ts';

/** What a variable without listed values may have. */
export const anyText = 'any text';

/** Which server is called unless the caller says so, and which ones there are to choose from. */
export function diffServers(before: Api, after: Api): Change[] {
  return [...diffFirst(before.baseUrl, after.baseUrl), ...diffNamed(before.servers, after.servers)];
}

function diffFirst(before: string, after: string): Change[] {
  if (before === after) return [];
  const kind = hasHost(before) && !hasHost(after) ? 'server-removed' : 'server-changed';
  const pointer = '#/servers/0/url';
  return [changeOf(kind, { calls: [], pointers: { before: pointer, after: pointer } }, { before, after })];
}

function diffNamed(before: readonly Server[], after: readonly Server[]): Change[] {
  const partner = ({ name }: Server): Server | undefined => after.find((other) => other.name === name);
  return [
    ...before.flatMap((was) => {
      const is = partner(was);
      return is ? diffServer(was, is) : [ofServer('named-server-removed', was.name, { before: was.url })];
    }),
    ...after
      .filter(({ name }) => !before.some((other) => other.name === name))
      .map(({ name, url }) => ofServer('named-server-added', name, { after: url })),
  ];
}

function diffServer(was: Server, is: Server): Change[] {
  const variables = was.variables.flatMap((variable) => {
    const partner = is.variables.find(({ name }) => name === variable.name);
    const path = `${was.name}.${variable.name}`;
    return partner ? diffVariable(variable, partner, path) : [ofServer('server-variable-removed', path)];
  });
  const added = is.variables.filter(({ name }) => !was.variables.some((other) => other.name === name));
  const values = { before: usualUrl(was), after: usualUrl(is) };
  return [
    ...(values.before === values.after ? [] : [ofServer('named-server-changed', was.name, values)]),
    ...variables,
    ...added.map((variable) =>
      ofServer(
        variable.default === undefined ? 'server-variable-required' : 'server-variable-added',
        `${is.name}.${variable.name}`,
      ),
    ),
  ];
}

function diffVariable(was: ServerVariable, is: ServerVariable, path: string): Change[] {
  const gone = refusedBy(is, was);
  const fresh = refusedBy(was, is);
  return [
    ...diffDefault(was.default, is.default).map((kind) => ofServer(kind, path)),
    ...(gone.length > 0
      ? [ofServer('server-variable-value-removed', path, { before: gone.join(', ') })]
      : []),
    ...(fresh.length > 0 ? [ofServer('server-variable-value-added', path, { after: fresh.join(', ') })] : []),
  ];
}

/** What one takes and the other does not. */
function refusedBy(other: ServerVariable, { values }: ServerVariable): readonly string[] {
  if (other.values.length === 0) return [];
  return values.length === 0 ? [anyText] : values.filter((value) => !other.values.includes(value));
}

function diffDefault(was: string | undefined, is: string | undefined): ChangeKind[] {
  if ((was === undefined) === (is === undefined)) return [];
  return [is === undefined ? 'server-variable-required' : 'server-variable-optional'];
}

/** The URL with its defaults. */
function usualUrl({ url, variables }: Server): string {
  return filledUrl(url, (name) => variables.find((variable) => variable.name === name)?.default);
}

function ofServer(kind: ChangeKind, path: string, values: Parameters<typeof changeOf>[2] = {}): Change {
  const pointers = { before: '#/servers', after: '#/servers' };
  return changeOf(kind, { calls: [], field: `servers.${path}`, pointers }, values);
}
