/** What a new package asks for. A test holds these against the packages of this repository. */
export const versions = {
  node: '>=20.19',
  react: '^18.0.0 || ^19.0.0',
  reactQuery: '^5.90.2',
  typesReact: '^19.0.0',
  typescript: '^7.0.0',
} as const;
