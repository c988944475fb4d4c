/** What a new package or repository asks for. A test holds these against the packages of this repository. */
export const versions = {
  changesets: '^3.0.3',
  mockNode: '>=24.18',
  node: '>=20.19',
  pnpm: '12.21.0',
  react: '^18.0.0 || ^19.0.0',
  reactQuery: '^5.90.2',
  turbo: '^2.11.11',
  typesNode: '^24.19.2',
  typesReact: '^19.0.0',
  typescript: '^7.0.0',
  vitest: '^5.1.1',
} as const;

/** The actions of a new repository's workflow, at the commits of their releases: a tag could be moved. */
export const actions = {
  checkout: 'actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1',
  setupNode: 'actions/setup-node@820762786026740c76f36085b0efc47a31fe5020 # v7.0.0',
} as const;
