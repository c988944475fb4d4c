import { fileURLToPath } from 'node:url';
import { targets, type GenerateOptions } from 'sdkwright';

const root = fileURLToPath(new URL('..', import.meta.url));

/** What this repository generates: the WebWork packages from `spec/`. */
export const webworkOptions: GenerateOptions = {
  document: `${root}spec/openapi.yaml`,
  overlay: `${root}spec/overlay.yaml`,
  out: `${root}packages`,
  scope: '@webwork-sdk',
  name: 'WebWork',
  targets,
};
