import type { SdkModel } from '../../model/sdk-model.ts';
import { begun, type File } from '../file.ts';
import { jsonDocument, singleLine } from '../literal.ts';
import { compilerSettings } from './compiler-settings.ts';
import { toolkitVersion } from './manifest.ts';
import { describe } from './package-target.ts';
import { versions } from './versions.ts';

/** The mock of @sdkwright/mock with the document of the packages. */
export function emitMockPackage(model: SdkModel): File[] {
  const { scope, title, packageVersion } = model.api;
  const name = `${scope}/mock`;
  const manifest = {
    name,
    version: packageVersion,
    description: describe('mock', singleLine(title)),
    license: 'SEE LICENSE IN LICENSE',
    files: ['dist', 'src'],
    type: 'module',
    sideEffects: false,
    exports: {
      '.': { types: './dist/index.d.ts', default: './dist/index.js' },
      './package.json': './package.json',
    },
    publishConfig: { access: 'public' },
    scripts: { build: 'tsc -p tsconfig.json', typecheck: 'tsc -p tsconfig.json --noEmit' },
    dependencies: { '@sdkwright/mock': toolkitVersion(model.generator) },
    devDependencies: { '@types/node': versions.typesNode, typescript: versions.typescript },
    engines: { node: versions.mockNode },
  };
  return begun('mock', {
    'package.json': jsonDocument(manifest),
    'tsconfig.json': jsonDocument(compilerSettings({ types: ['node'] })),
    'README.md': readme(name, singleLine(title)),
    LICENSE: `Put the licence of ${name} here, and its name into package.json.\n`,
    'src/index.ts': entry,
  });
}

const entry = `import { startMock as start, type Mock, type MockOptions as Options } from '@sdkwright/mock';
import { document, documentHash } from './generated/document.ts';

export * from '@sdkwright/mock';
export { documentHash };

/** As those of @sdkwright/mock, but the document is the one that the packages were generated from. */
export interface MockOptions extends Omit<Options, 'document' | 'expectedHash'> {
  /** What to serve instead. */
  readonly document?: Options['document'];
  /** The hash that the document must have. Default: that of the packages; \`false\` takes any document. */
  readonly expectedHash?: string | false;
}

/** Starts Prism in this process and serves the document on 127.0.0.1 under its own base path. */
export function startMock(options: MockOptions = {}): Promise<Mock> {
  return start({ document, expectedHash: documentHash, ...options });
}
`;

function readme(name: string, title: string): string {
  return `# ${name}

A mock of ${title} for tests: [Prism](https://github.com/stoplightio/prism) in your test's own process, with the document that the SDK packages were generated from.

\`\`\`ts
import { startMock } from '${name}';

const mock = await startMock({ stateful: true });
console.log(mock.url, mock.inferred());
await mock.close();
\`\`\`

Its options are those of [@sdkwright/mock](https://www.npmjs.com/package/@sdkwright/mock).
`;
}
