import type { SdkModel } from '../../model/sdk-model.ts';
import type { File } from '../file.ts';
import { jsonDocument, singleLine } from '../literal.ts';
import { toolkitVersion } from '../package/manifest.ts';
import { actions, versions } from '../package/versions.ts';
import type { Target } from '../targets.ts';

/** The packages of a new repository, each in `packages/` under its own name. */
export const repositoryTargets: readonly Target[] = [
  'types',
  'client',
  'react-query',
  'mock',
  'contract-tests',
];

/** Where a new repository keeps its document, and what that cannot say. */
export interface SpecFiles {
  /** Such as `spec/openapi.yaml`. */
  readonly document: string;
  readonly overlay: string;
  /** What the client is called, where that goes before what they say. */
  readonly name?: string;
}

/** What a repository has beside its packages and its document: manifests, CI, changesets and a README. */
export function emitRepository(model: SdkModel, spec: SpecFiles): File[] {
  const files = {
    'package.json': jsonDocument(rootManifest(model, spec)),
    'pnpm-workspace.yaml': workspace,
    'turbo.json': jsonDocument(turbo),
    '.gitignore': 'node_modules/\ndist/\n.turbo/\n',
    '.changeset/config.json': jsonDocument(changesets),
    '.changeset/first-release.md': firstRelease(model),
    '.github/dependabot.yml': dependabot,
    '.github/workflows/ci.yml': continuousIntegration,
    'README.md': readme(model, spec),
  };
  return Object.entries(files).map(([path, content]) => ({ path, content, begun: true }));
}

function rootManifest({ api, generator }: SdkModel, { document, overlay, name }: SpecFiles): object {
  const targets = repositoryTargets.join(' ');
  const named = name === undefined ? '' : ` --name ${name}`;
  const flags = `${document} --overlay ${overlay} --out packages --scope ${api.scope}${named} --target ${targets}`;
  return {
    name: `${api.scope.slice(1)}-sdk`,
    private: true,
    type: 'module',
    scripts: {
      generate: `sdkwright generate ${flags}`,
      check: `sdkwright check ${flags}`,
      build: 'turbo run build',
      test: 'pnpm run check && turbo run build typecheck test',
      changeset: 'changeset',
      'release:version': 'changeset version',
      'release:publish': 'turbo run build && changeset publish',
    },
    devDependencies: {
      '@changesets/cli': versions.changesets,
      sdkwright: toolkitVersion(generator),
      turbo: versions.turbo,
    },
    engines: { node: versions.mockNode },
    packageManager: `pnpm@${versions.pnpm}`,
  };
}

const workspace = `packages:
  - packages/*

# What may run its install script. The telemetry below Prism may not.
allowBuilds:
  '@scarf/scarf': false
  esbuild: true

# \`npx pnpm@12\` decides which pnpm runs.
pmOnFail: ignore
`;

const turbo = {
  $schema: 'https://turborepo.com/schema.json',
  ui: 'stream',
  tasks: {
    build: {
      dependsOn: ['^build'],
      inputs: ['src/**', 'package.json', 'tsconfig*.json'],
      outputs: ['dist/**'],
    },
    typecheck: { dependsOn: ['^build'] },
    test: { dependsOn: ['build', '^build'], outputs: [] },
  },
};

const changesets = {
  changelog: '@changesets/cli/changelog',
  commit: false,
  fixed: [],
  linked: [],
  access: 'public',
  baseBranch: 'main',
  updateInternalDependencies: 'patch',
  privatePackages: { version: false, tag: false },
  ignore: [],
};

function firstRelease({ api }: SdkModel): string {
  const published = repositoryTargets.filter((target) => target !== 'contract-tests');
  const bumps = published.map((target) => `'${api.scope}/${target}': major\n`);
  return `---\n${bumps.join('')}---\n\nFirst release.\n`;
}

const continuousIntegration = `name: CI

on:
  push:
    branches: [main]
  pull_request:

permissions:
  contents: read

concurrency:
  group: ci-\${{ github.ref }}
  cancel-in-progress: true

jobs:
  test:
    runs-on: ubuntu-latest
    timeout-minutes: 20
    steps:
      - uses: ${actions.checkout}
        with:
          persist-credentials: false
      - uses: ${actions.setupNode}
        with:
          node-version: 24
          package-manager-cache: false
      - run: npx --yes pnpm@12 install
      - run: npx --yes pnpm@12 test
`;

const dependabot = `# The actions are pinned to commits; this moves the pins.
version: 2
updates:
  - package-ecosystem: github-actions
    directory: /
    schedule: { interval: weekly }
`;

function readme({ api }: SdkModel, { document, overlay }: SpecFiles): string {
  const rows = [
    [`packages/types`, `the types of every operation and schema`],
    [`packages/client`, `a fetch client: \`${api.name}\`, or a function per operation`],
    [`packages/react-query`, `options and hooks for TanStack Query 5`],
    [`packages/mock`, `a Prism mock of the document, for tests`],
    [`packages/contract-tests`, `private: every operation through the packages, against the mock`],
  ].map(([folder, what]) => `| [\`${folder}\`](${folder}) | ${what} |`);
  return `# ${singleLine(api.title)}: TypeScript SDK

Two commands lead from the document to tested packages. Both need Node ${versions.mockNode.slice(2)} or newer.

\`\`\`bash
npx --yes pnpm@12 install
npx --yes pnpm@12 test
\`\`\`

| folder | what is in it |
| ------ | ------------- |
${rows.join('\n')}

## When the document changes

Put the new one into \`${document}\`; what it cannot say stands in \`${overlay}\`. Then

\`\`\`bash
npx --yes pnpm@12 run generate
npx --yes pnpm@12 test
npx --yes pnpm@12 run changeset
\`\`\`

\`pnpm run check\`, a part of \`test\`, fails when the packages are not those of the document. \`pnpm exec sdkwright diff old.yaml ${document}\` tells what consumers will notice, and which version that asks for.

## A release

\`pnpm run release:version\` takes the changesets for versions and changelogs, \`pnpm run release:publish\` builds and publishes. Before the first one put a licence into each package.

Made with [sdkwright](https://www.npmjs.com/package/sdkwright).
`;
}
