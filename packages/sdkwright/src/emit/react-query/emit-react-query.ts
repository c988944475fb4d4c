import type { SdkModel } from '../../model/sdk-model.ts';
import { generatedModule, type File } from '../file.ts';
import { jsdoc } from '../jsdoc.ts';
import { jsonLiteral } from '../literal.ts';
import { emitCacheEffects } from './cache-effects-module.ts';
import { nameQueries } from './hook-names.ts';
import { emitKeys } from './keys-module.ts';
import { emitHooksModule } from './operation-hooks.ts';
import { emitOptimistic } from './optimistic-module.ts';

/** The react-query package: a module of options and hooks per group, and the context the client comes from. */
export function emitReactQuery(model: SdkModel): File[] {
  const namesOf = nameQueries(model);
  const effects = emitCacheEffects(model);
  const optimistic = emitOptimistic(model);
  const paths = [
    ...(effects.length > 0 ? ['./cache-effects.ts'] : []),
    './client-context.ts',
    './keys.ts',
    ...(optimistic.length > 0 ? ['./optimistic.ts'] : []),
    ...model.groups.map((group) => `./groups/${group.file}.ts`),
  ];
  return [
    ...model.groups.map((group) => emitHooksModule(model, group, namesOf)),
    ...effects,
    emitClientContext(model),
    emitKeys(model),
    ...optimistic,
    generatedModule(
      model,
      'react-query',
      'index.ts',
      paths.map((path) => `export * from '${path}';\n`).join(''),
    ),
  ];
}

function emitClientContext(model: SdkModel): File {
  const { name, scope } = model.api;
  const body = [
    `'use client';\n\n`,
    `import { clientHook, clientProvider, createClientContext, type ClientContext, type ClientProvider } from '@sdkwright/react-query';\n`,
    `import type { CoreClient } from '@sdkwright/runtime';\n\n`,
    jsdoc([
      `What the hooks may know of your client. With \`declare module '${scope}/react-query' { interface Register { client: typeof client } }\` the inputs that it was given are optional in every hook.`,
    ]),
    `export interface Register {}\n\n`,
    jsdoc(['The client that the hooks run on.']),
    `export type RegisteredClient = Register extends { client: infer Registered extends CoreClient<never> } ? Registered : CoreClient;\n\n`,
    jsdoc(['The inputs that it was given.']),
    `export type Given = RegisteredClient extends CoreClient<infer Names> ? Names : never;\n\n`,
    jsdoc(['Where the hooks find their client when a call names none.']),
    `export const clientContext: ClientContext = /* @__PURE__ */ createClientContext(${jsonLiteral(`${name}Provider`)});\n\n`,
    jsdoc([`Gives a client to every hook below it: \`<${name}Provider client={client}>\`.`]),
    `export const ${name}Provider: ClientProvider<CoreClient<Given>> = /* @__PURE__ */ clientProvider(clientContext);\n\n`,
    jsdoc([`The client of the nearest \`${name}Provider\`. Throws an Error where there is none.`]),
    `export const use${name}: () => RegisteredClient = /* @__PURE__ */ clientHook(clientContext);\n`,
  ];
  return generatedModule(model, 'react-query', 'client-context.ts', body.join(''));
}
