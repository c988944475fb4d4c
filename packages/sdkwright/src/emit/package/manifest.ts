import type { SdkModel } from '../../model/sdk-model.ts';
import { singleLine } from '../literal.ts';
import { hasOAuth } from '../client/oauth-module.ts';
import { describe, type ConsumerTarget } from './package-target.ts';
import { versions } from './versions.ts';

/** The `package.json` of a package that nobody has begun yet. Siblings are workspace packages. */
export function manifest(target: ConsumerTarget, model: SdkModel): object {
  const { scope, title, packageVersion } = model.api;
  return {
    name: `${scope}/${target}`,
    version: packageVersion,
    description: describe(target, singleLine(title)),
    license: 'SEE LICENSE IN LICENSE',
    files: ['dist', 'src'],
    type: 'module',
    sideEffects: false,
    exports: exportsOf(target, model),
    publishConfig: { access: 'public' },
    scripts: { build: 'tsc -p tsconfig.json', typecheck: 'tsc -p tsconfig.json --noEmit' },
    ...dependencies(target, model),
    engines: { node: versions.node },
  };
}

/** The versions of the toolkit's packages that go with this generator. */
export function toolkitVersion(generator: string): string {
  return `^${generator.split(' ')[1] ?? '0.0.0'}`;
}

function at(path: string): object {
  return { types: `./dist/${path}.d.ts`, default: `./dist/${path}.js` };
}

function exportsOf(target: ConsumerTarget, model: SdkModel): object {
  return {
    '.': at('index'),
    ...(target === 'types' ? { './openapi': at('generated/openapi') } : {}),
    ...(target === 'client' && hasOAuth(model) ? { './oauth': at('generated/oauth') } : {}),
    ...(target === 'client' ? clientExports : {}),
    ...(target === 'react-query' ? { './keys': at('generated/keys') } : {}),
    './*': at('generated/groups/*'),
    './package.json': './package.json',
  };
}

/** Descriptors and orders of pages are for packages that build on this one, such as the hooks. */
const clientExports = {
  './runtime': at('generated/runtime'),
  './schemas': at('generated/schemas'),
  './descriptors/*': at('generated/descriptors/*'),
  './page-orders': at('generated/page-orders'),
};

function dependencies(target: ConsumerTarget, { api, generator }: SdkModel): object {
  const toolkit = toolkitVersion(generator);
  const types = { [`${api.scope}/types`]: 'workspace:^' };
  const typescript = { typescript: versions.typescript };
  if (target === 'types') return { devDependencies: typescript };
  if (target === 'client')
    return { dependencies: { '@sdkwright/runtime': toolkit, ...types }, devDependencies: typescript };
  const client = `${api.scope}/client`;
  return {
    dependencies: { '@sdkwright/react-query': toolkit, '@sdkwright/runtime': toolkit, ...types },
    peerDependencies: {
      [client]: 'workspace:^',
      '@tanstack/react-query': versions.reactQuery,
      react: versions.react,
    },
    devDependencies: {
      [client]: 'workspace:*',
      '@tanstack/react-query': versions.reactQuery,
      '@types/react': versions.typesReact,
      react: versions.react,
      ...typescript,
    },
  };
}
