import { operationsOf } from '../../model/operations-of.ts';
import type { Group, Operation, SdkModel } from '../../model/sdk-model.ts';
import { generatedModule, type File } from '../file.ts';
import { jsdoc } from '../jsdoc.ts';
import { operationDescriptor } from './descriptor.ts';
import { functionNames } from './function-names.ts';

/** One module per group: how each of its operations is sent and read, as data for the runtime. */
export function emitDescriptorsModule(model: SdkModel, group: Group): File {
  const operations = operationsOf(model, group);
  const descriptors = operations.map((operation) => operationDescriptor(model, operation));
  const values = [...new Set(descriptors.flatMap(functionNames))].toSorted();
  const types = [...new Set(operations.map(specType))].toSorted().map((type) => `type ${type}`);
  const body = [
    `import { ${[...values, ...types].join(', ')} } from '@sdkwright/runtime';\n\n`,
    operations
      .map(
        (operation, index) =>
          `${jsdoc([`How \`${operation.name}\` is sent and read.`])}export const ${operation.name}: ${specType(operation)} = ${descriptors[index] ?? '{}'};\n`,
      )
      .join('\n'),
  ];
  return generatedModule(model, 'client', `descriptors/${group.file}.ts`, body.join(''));
}

/** An operation of events says so in its type, so that its function does too. */
function specType({ success }: Operation): 'AnswerSpec' | 'OperationSpec' {
  return success.events ? 'AnswerSpec' : 'OperationSpec';
}
