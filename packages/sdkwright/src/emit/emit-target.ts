import type { SdkModel } from '../model/sdk-model.ts';
import { emitClient } from './client/emit-client.ts';
import { emitContractTests } from './contract-tests/emit-contract-tests.ts';
import { emitDocument } from './document/emit-document.ts';
import type { Emitter, File } from './file.ts';
import { emitMock } from './mock/emit-mock.ts';
import { emitPackage } from './package/emit-package.ts';
import { isPackageTarget } from './package/package-target.ts';
import { emitProvenance } from './provenance/emit-provenance.ts';
import { emitReactQuery } from './react-query/emit-react-query.ts';
import type { Target, TargetFolders } from './targets.ts';
import { emitTypes } from './types/emit-types.ts';

const emitters: Readonly<Record<Target, Emitter>> = {
  types: (model) => [...emitTypes(model), emitDocument(model)],
  client: emitClient,
  'react-query': emitReactQuery,
  mock: emitMock,
  'contract-tests': emitContractTests,
  provenance: emitProvenance,
};

/** The files of one target, below the folder it has. */
export function emitTarget(target: Target, model: SdkModel, folders: TargetFolders = {}): File[] {
  const folder = folders[target] ?? target;
  const files = [...emitters[target](model), ...(isPackageTarget(target) ? emitPackage(target, model) : [])];
  return files.map((file) => ({ ...file, path: folder + file.path.slice(target.length) }));
}
