import { operationsOf } from '../../model/operations-of.ts';
import type { Group, Operation, SdkModel } from '../../model/sdk-model.ts';
import { oauthEndpoints } from '../../diff/diff-security.ts';
import { serverCalls } from '../client/servers.ts';
import { itemType } from '../client/operation-module.ts';
import type { File } from '../file.ts';
import { objectKey, propertyKey } from '../literal.ts';
import { consumerModule } from './consumer-module.ts';
import { failureReads } from './error-reads.ts';
import { inputValues } from './input-values.ts';
import { bodyReads, resultReads } from './result-reads.ts';
import { valueLiterals } from './value-literals.ts';

/** What a program does with the client: make one, call every operation in both ways, look at all that comes back. */
export function emitClientConsumer(model: SdkModel): File[] {
  return [emitClient(model), ...model.groups.map((group) => emitGroup(model, group))];
}

function emitClient(model: SdkModel): File {
  const { name, clientInputs, scope, servers } = model.api;
  const inputs = clientInputs.map(({ name: input, schema }) => {
    const [value] = valueLiterals(model, { schema, pointer: `#/x-sdk/clientInputs/${input}` });
    return `, ${objectKey(input)}: ${value}`;
  });
  const endpoints = Object.keys(oauthEndpoints(model));
  const body = [
    `import { ${servers.length > 0 ? `${name}, servers` : name} } from '${scope}/client';\n`,
    endpoints.length > 0 ? `import { oauthEndpoints } from '${scope}/client/oauth';\n` : '',
    `\nexport const client: ${name} = new ${name}({ token: 'secret' });\n`,
    inputs.length > 0 ? `read(new ${name}({ token: 'secret'${inputs.join('')} }));\n` : '',
    ...servers.flatMap(serverCalls).map((call) => `check<string>(${call});\n`),
    ...endpoints.map((endpoint) => `check<string>(oauthEndpoints.${endpoint});\n`),
  ];
  return consumerModule(model, 'client/client.ts', body.join(''));
}

function emitGroup(model: SdkModel, group: Group): File {
  const operations = operationsOf(model, group);
  const body = [
    `import type { ${model.api.name} } from '${model.api.scope}/client';\n`,
    `import { ${operations.map(({ name }) => `${name} as ${functionName(name)}`).join(', ')} } from '${model.api.scope}/client/${group.file}';\n`,
    ...operations.map((operation) => emitOperation(model, operation)),
  ];
  return consumerModule(model, `client/${group.file}.ts`, body.join(''));
}

/** Beside the consumer's own names, whatever the document calls its operations. */
function functionName(name: string): string {
  return `${name}Operation`;
}

function emitOperation(model: SdkModel, operation: Operation): string {
  const { name, typeName, group, method, pagination, success } = operation;
  const path = `client.${propertyKey(group)}.${propertyKey(method)}`;
  const values = inputValues(model, operation);
  // Where the input is not what matters, the shortest is enough.
  const least = values.at(-1) ?? '';
  const call = `${path}(${least})`;
  const isRead = resultReads(model, operation, 'result') !== '';
  const statements = [
    isRead ? `const result = await ${call};\n${resultReads(model, operation, 'result')}` : `await ${call};\n`,
    ...values.slice(0, -1).map((value) => `await ${path}(${value});\n`),
    `await ${functionName(name)}(client${least === '' ? '' : `, ${least}`});\n`,
    local(`const body = await ${call}.envelope();\n`, bodyReads(model, operation, 'body')),
    pagination ? itemReads(model, operation, call) : '',
    success.events ? eventReads(operation, call) : '',
    local(
      `const outcome = await ${call}.result();\n`,
      `if (!outcome.ok) {\nconst { error } = outcome;\n${failureReads(model, operation, 'error')}}\n`,
    ),
  ];
  return `\nexport async function use${typeName}(client: ${model.api.name}): Promise<void> {\n${statements.join('')}}\n`;
}

function itemReads(model: SdkModel, operation: Operation, call: string): string {
  const type = itemType(model, operation).replaceAll(operation.typeName, `Expected.${operation.typeName}`);
  return `for await (const item of ${call}) {\ncheck<${type}>(item);\n}\n`;
}

function eventReads({ typeName }: Operation, call: string): string {
  return `for await (const event of ${call}.events()) {\ncheck<Expected.${typeName}Event>(event.data);\n}\n`;
}

function local(declaration: string, statements: string): string {
  return statements === '' ? '' : `{\n${declaration}${statements}}\n`;
}
