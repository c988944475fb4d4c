import { runtimeNames } from '../client/runtime-module.ts';
import { isQuery } from '../../model/cache-effects.ts';
import { operationsOf } from '../../model/operations-of.ts';
import type { Operation, SdkModel } from '../../model/sdk-model.ts';
import { sampleCalls } from '../contract-tests/sample-calls.ts';
import { begun, type File } from '../file.ts';
import { jsonDocument, jsonLiteral, singleLine, stringLiteral } from '../literal.ts';
import { nameQueries } from '../react-query/hook-names.ts';
import { manifest } from './manifest.ts';
import { compilerSettings } from './compiler-settings.ts';
import { describe, type ConsumerTarget } from './package-target.ts';

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

function readme(target: ConsumerTarget, model: SdkModel): string {
  const { api } = model;
  const name = `${api.scope}/${target}`;
  const example = examples[target](model);
  return [
    `# ${name}\n`,
    `${describe(target, singleLine(api.title))}\n`,
    `\`\`\`bash\nnpm install ${installed[target].map((each) => each.replace('@scope', api.scope)).join(' ')}\n\`\`\`\n`,
    ...(example === undefined
      ? []
      : [`\`\`\`${target === 'react-query' ? 'tsx' : 'ts'}\n${example}\`\`\`\n`]),
    'What is below `src/generated` is written by [sdkwright](https://www.npmjs.com/package/sdkwright) from the OpenAPI document; everything else is yours.\n',
  ].join('\n');
}

const installed: Readonly<Record<ConsumerTarget, readonly string[]>> = {
  types: ['@scope/types'],
  client: ['@scope/client'],
  'react-query': ['@scope/react-query', '@scope/client', '@tanstack/react-query', 'react'],
};

const examples: Readonly<Record<ConsumerTarget, (model: SdkModel) => string | undefined>> = {
  types: (model) => {
    const [operation] = shown(model);
    return (
      operation &&
      `import type { ${operation.typeName}Input, ${operation.typeName}Result } from '${model.api.scope}/types';\n`
    );
  },
  client: (model) => {
    const [operation] = shown(model);
    if (!operation) return undefined;
    const call = `client.${operation.group}.${operation.method}(${inputOf(model, operation)})`;
    return `import { ${model.api.name} } from '${model.api.scope}/client';\n\nconst client = new ${model.api.name}(${options(model)});\nconst result = await ${call};\n`;
  },
  'react-query': (model) => {
    const operation = shown(model).find(isQuery);
    if (!operation) return undefined;
    const { hook } = nameQueries(model)(operation);
    return `import { ${hook} } from '${model.api.scope}/react-query';\n\nexport function Example() {\n  const { data, error } = ${hook}(${inputOf(model, operation)});\n  return error ? <p>{error.message}</p> : <pre>{JSON.stringify(data)}</pre>;\n}\n`;
  },
};

/** Queries first: they are what people try first, and do no harm. */
function shown(model: SdkModel): Operation[] {
  const all = model.groups.flatMap((group) => operationsOf(model, group));
  const isGet = ({ httpMethod }: Operation): boolean => httpMethod === 'GET';
  return [...all.filter(isGet), ...all.filter((operation) => !isGet(operation))];
}

function inputOf(model: SdkModel, operation: Operation): string {
  const [call] = sampleCalls(model, operation);
  return call && Object.keys(call.input).length > 0 ? jsonLiteral(call.input) : '';
}

function options({ api }: SdkModel): string {
  const fields = [
    ...(api.baseUrl === '' ? [`baseUrl: ${stringLiteral('https://api.example.com')}`] : []),
    ...(api.auth.length === 0 ? [] : [`token: '…'`]),
  ];
  return fields.length === 0 ? '' : `{ ${fields.join(', ')} }`;
}
