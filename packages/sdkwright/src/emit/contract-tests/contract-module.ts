import { isQuery } from '../../model/cache-effects.ts';
import type { Group, Operation, SdkModel } from '../../model/sdk-model.ts';
import { operationsOf } from '../../model/operations-of.ts';
import { generatedModule, type File } from '../file.ts';
import { jsonLiteral, stringLiteral } from '../literal.ts';
import { expectedResult, sampleCalls } from './sample-calls.ts';
import { concreteErrors, successStatus } from './standing-status.ts';

/** One module per group: for each operation what to call it with, what must arrive, and what must come back. */
export function emitContractModule(model: SdkModel, group: Group): File {
  const operations = operationsOf(model, group);
  const { scope } = model.api;
  const inputs = operations.map((operation) => `${operation.typeName}Input`);
  const body = [
    `import * as $client from '${scope}/client/${group.file}';\n`,
    `import * as $hooks from '${scope}/react-query/${group.file}';\n`,
    `import type { ${inputs.join(', ')} } from '${scope}/types/${group.file}';\n`,
    `import { defineCase, type ContractCase } from '../contract-case.ts';\n\n`,
    `export const cases: readonly ContractCase[] = [\n${operations.map((operation) => emitCase(model, operation)).join(',\n')},\n];\n`,
  ];
  return generatedModule(model, 'contract-tests', `${group.file}.ts`, body.join(''));
}

function optionsName(operation: Operation): string {
  return `${operation.name}${isQuery(operation) ? 'QueryOptions' : 'MutationOptions'}`;
}

function emitCase(model: SdkModel, operation: Operation): string {
  const { name, typeName, httpMethod, path, success } = operation;
  const kind = isQuery(operation) ? 'query' : 'mutation';
  const response = success.examples[0]?.value;
  const status = successStatus(success.status);
  const errors = concreteErrors(operation).map(({ status, error }) => ({
    status,
    body: error.examples[0]?.value,
  }));
  const facts = {
    operation: operation.id,
    method: httpMethod,
    path,
    parameters: operation.parameters.map((parameter) => `${parameter.in}:${parameter.name}`),
    bodyFields:
      operation.input.layout === 'flat'
        ? operation.input.fields.filter((field) => field.in === 'body').map((field) => field.name)
        : [],
    statuses: [status, ...errors.map((error) => error.status)],
    secured: operation.secured,
  };
  const calls = sampleCalls(model, operation).map((call) => ({
    ...call,
    response: {
      status,
      body: response,
      data: expectedResult(model, operation, response),
    },
  }));
  const literal = (value: object): string => jsonLiteral(value).slice(1, -1);
  return `defineCase<${typeName}Input>({${literal({ kind, ...facts, calls, errors }).trimEnd()},
    client: (client, input, options) => $client.${name}(client, input, options),
    reactQuery: (client${kind === 'query' ? ', input' : ''}) => $hooks.${optionsName(operation)}(client${kind === 'query' ? ', input' : ''}),
  })`;
}

/** Which modules there are, so that the runner needs no list kept by hand. */
export function emitContractIndex(model: SdkModel): File {
  const imports = model.groups.map(
    (group, index) => `import { cases as cases${index} } from ${stringLiteral(`./${group.file}.ts`)};\n`,
  );
  const body = [
    ...imports,
    `import type { ContractCase } from '../contract-case.ts';\n\n`,
    `export const cases: readonly ContractCase[] = [${model.groups.map((_, index) => `...cases${index}`).join(', ')}];\n`,
  ];
  return generatedModule(model, 'contract-tests', 'index.ts', body.join(''));
}
