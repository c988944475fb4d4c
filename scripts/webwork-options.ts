import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { targets, type GenerateOptions } from 'sdkwright';

const root = fileURLToPath(new URL('..', import.meta.url));

/** What this repository generates: the WebWork packages from `spec/`. */
export const webworkOptions: GenerateOptions = webworkOptionsIn(root);

/** The same in a copy of it. */
export function webworkOptionsIn(copy: string): GenerateOptions {
  return {
    document: join(copy, 'spec', 'openapi.yaml'),
    overlay: join(copy, 'spec', 'overlay.yaml'),
    out: copy,
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

/** Where the vendor publishes the document, bundled. */
export const publishedDocument = 'https://api-docs.webwork-tracker.com/_bundle/@v2/api.yaml';

/** The folder with `.changeset` in it. */
export const repository: string = root;
