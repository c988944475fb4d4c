import type { SdkModel } from '../../model/sdk-model.ts';
import type { File } from '../file.ts';
import { emitContractIndex, emitContractModule } from './contract-module.ts';
import { emitExampleTypes } from './example-types.ts';

/** What the contract tests run through the built packages against the mock, and the type tests of the examples. */
export function emitContractTests(model: SdkModel): File[] {
  return [
    ...model.groups.map((group) => emitContractModule(model, group)),
    emitContractIndex(model),
    emitExampleTypes(model),
  ];
}
