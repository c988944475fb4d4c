import { runtimeNames } from '../client/runtime-module.ts';
import type { SdkModel } from '../../model/sdk-model.ts';
import { begun, type File } from '../file.ts';
import { jsonDocument } from '../literal.ts';
import { manifest } from './manifest.ts';
import { compilerSettings } from './compiler-settings.ts';
import type { ConsumerTarget } from './package-target.ts';
import { readme } from './readme/readme.ts';

/**
 * What a package is beside its generated folder: manifest, compiler settings, README, a place for the licence, and
 * the module that consumers import. Begun once, where there is no package yet; from then on its owner's.
 */
export function emitConsumerPackage(target: ConsumerTarget, model: SdkModel): File[] {
  const files = {
    'package.json': jsonDocument(manifest(target, model)),
    // TanStack's and React's declarations are not ours to check.
    'tsconfig.json': jsonDocument(compilerSettings(target === 'react-query' ? { skipLibCheck: true } : {})),
    'README.md': readme(target, model),
    LICENSE: `Put the licence of ${model.api.scope}/${target} here, and its name into package.json.\n`,
    'src/index.ts': entry(target, model),
  };
  return begun(target, files);
}

/** By name: what the runtime calls so stays so, whatever the document calls its schemas. */
function entry(target: ConsumerTarget, { api }: SdkModel): string {
  const generated = `export * from './generated/index.ts';\n`;
  if (target !== 'client') return generated;
  return `${generated}export type * from '${api.scope}/types';\nexport { ${runtimeNames} } from '@sdkwright/runtime';\n`;
}
