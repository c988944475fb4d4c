import type { SdkModel } from '../model/sdk-model.ts';
import { emitClient } from './client/emit-client.ts';
import { emitContractTests } from './contract-tests/emit-contract-tests.ts';
import type { Emitter, File } from './file.ts';
import { emitMock } from './mock/emit-mock.ts';
import { emitReactQuery } from './react-query/emit-react-query.ts';
import { emitTypes } from './types/emit-types.ts';

/** The packages sdkwright can write; also the names of their folders. */
export type Target = 'types' | 'client' | 'react-query' | 'mock' | 'contract-tests';

const emitters: Readonly<Record<Target, Emitter>> = {
  types: emitTypes,
  client: emitClient,
  'react-query': emitReactQuery,
  mock: emitMock,
  'contract-tests': emitContractTests,
};

export const targets: readonly Target[] = ['types', 'client', 'react-query', 'mock', 'contract-tests'];

export function emitTarget(target: Target, model: SdkModel): File[] {
  return emitters[target](model);
}
