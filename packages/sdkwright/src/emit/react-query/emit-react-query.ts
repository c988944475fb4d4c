import type { SdkModel } from '../../model/sdk-model.ts';
import { generatedModule, type File } from '../file.ts';
import { jsonLiteral } from '../literal.ts';
import { emitCacheEffects } from './cache-effects-module.ts';
import { emitKeys } from './keys-module.ts';
import { emitHooksModule } from './operation-hooks.ts';

/** The react-query package: a module of options and hooks per group, and the context the client comes from. */
export function emitReactQuery(model: SdkModel): File[] {
  const effects = emitCacheEffects(model);
  const paths = [
    ...(effects.length > 0 ? ['./cache-effects.ts'] : []),
    './client-context.ts',
    './keys.ts',
    ...model.groups.map((group) => `./groups/${group.file}.ts`),
  ];
  return [
    ...model.groups.map((group) => emitHooksModule(model, group)),
    ...effects,
    emitClientContext(model),
    emitKeys(model),
    generatedModule(
      model,
      'react-query',
      'index.ts',
      paths.map((path) => `export * from '${path}';\n`).join(''),
    ),
  ];
}

function emitClientContext(model: SdkModel): File {
  const { name } = model.api;
  const body = [
    `'use client';`,
    '',
    `import { clientProvider, createClientContext, useClient, type ClientContext, type ClientProvider } from '@sdkwright/react-query';`,
    `import type { CoreClient } from '@sdkwright/runtime';`,
    '',
    `/** Where the hooks find their client when a call names none. */`,
    `export const clientContext: ClientContext = /* @__PURE__ */ createClientContext(${jsonLiteral(`${name}Provider`)});`,
    '',
    `/** Gives a client to every hook below it: \`<${name}Provider client={client}>\`. */`,
    `export const ${name}Provider: ClientProvider = /* @__PURE__ */ clientProvider(clientContext);`,
    '',
    `/** The client of the nearest \`${name}Provider\`. Throws an Error where there is none. */`,
    `export const use${name} = (): CoreClient => useClient(clientContext);`,
    '',
  ];
  return generatedModule(model, 'react-query', 'client-context.ts', body.join('\n'));
}
