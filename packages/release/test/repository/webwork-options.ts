import { join } from 'node:path';
import { targets, type GenerateOptions } from 'sdkwright';

/** What `pnpm generate` does, in a copy of the repository. */
export function webworkOptions(root: string): GenerateOptions {
  return {
    document: join(root, 'spec', 'openapi.yaml'),
    overlay: join(root, 'spec', 'overlay.yaml'),
    out: root,
    scope: '@webwork-sdk',
    name: 'WebWork',
    targets,
    folders: {
      types: 'packages/types',
      client: 'packages/client',
      'react-query': 'packages/react-query',
      mock: 'packages/mock',
      'contract-tests': 'packages/contract-tests',
      provenance: 'spec',
    },
  };
}
