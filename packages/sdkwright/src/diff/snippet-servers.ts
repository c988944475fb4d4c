import { exampleValue, freeValue, requiredValues, serverCall } from '../emit/client/servers.ts';
import type { SdkModel, ServerVariable } from '../model/sdk-model.ts';
import type { Change } from './change.ts';
import { anyText } from './diff-servers.ts';
import type { Side } from './snippet-inputs.ts';

/** The call for the server that a change is about; undefined on the side that does not have it. */
export function serverSnippet({ api }: SdkModel, change: Change, side: Side): string | undefined {
  const [, name = '', variable] = /^servers\.([^.]*)(?:\.(.*))?$/s.exec(change.field ?? '') ?? [];
  const server = api.servers.find((candidate) => candidate.name === name);
  if (!server) return undefined;
  const values = { ...requiredValues(server), ...valueOf(server.variables, variable, change, side) };
  return `import { servers } from '${api.scope}/client';\n\nconsole.log(${serverCall(name, values)});\n`;
}

function valueOf(
  variables: readonly ServerVariable[],
  name: string | undefined,
  change: Change,
  side: Side,
): Readonly<Record<string, string>> {
  const variable = variables.find((candidate) => candidate.name === name);
  const isSaid = change.kind !== 'server-variable-required' && change.kind !== 'server-variable-optional';
  if (!variable || !isSaid) return {};
  const told = change[side];
  const [value = exampleValue(variable)] = typeof told === 'string' ? told.split(', ') : [];
  return { [variable.name]: value === anyText ? freeValue : value };
}
