import type { SdkModel } from '../../model/sdk-model.ts';
import type { File } from '../file.ts';
import { emitConsumerPackage } from './consumer-package.ts';
import { emitContractPackage } from './contract-package.ts';
import { emitMockPackage } from './mock-package.ts';
import type { PackageTarget } from './package-target.ts';

/**
 * What a package is beside its generated folder. Begun once, where there is no package yet; from then on its
 * owner's.
 */
export function emitPackage(target: PackageTarget, model: SdkModel): File[] {
  if (target === 'mock') return emitMockPackage(model);
  return target === 'contract-tests' ? emitContractPackage(model) : emitConsumerPackage(target, model);
}
