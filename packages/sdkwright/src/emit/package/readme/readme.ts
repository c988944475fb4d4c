import type { SdkModel } from '../../../model/sdk-model.ts';
import { singleLine } from '../../literal.ts';
import { describe, type ConsumerTarget } from '../package-target.ts';
import { clientReadme } from './client-readme.ts';
import { hooksReadme } from './hooks-readme.ts';
import { fenced } from './shown-operations.ts';
import { typesReadme } from './types-readme.ts';

const bodies: Readonly<Record<ConsumerTarget, (model: SdkModel) => string[]>> = {
  types: typesReadme,
  client: clientReadme,
  'react-query': hooksReadme,
};

const installed: Readonly<Record<ConsumerTarget, (scope: string) => string>> = {
  types: (scope) => `${scope}/types`,
  client: (scope) => `${scope}/client`,
  'react-query': (scope) => `${scope}/react-query ${scope}/client @tanstack/react-query react`,
};

/** The README of a package, for the people who will call the API with it. */
export function readme(target: ConsumerTarget, model: SdkModel): string {
  const { scope, title } = model.api;
  return `${[
    `# ${scope}/${target}`,
    describe(target, singleLine(title)),
    fenced('bash', `npm install ${installed[target](scope)}`),
    ...bodies[target](model),
    'What is below `src/generated` is written by [sdkwright](https://www.npmjs.com/package/sdkwright) from the OpenAPI document; everything else is yours.',
  ].join('\n\n')}\n`;
}
