/** Fields whose values are maps: below them keys are names the author chose, `description` and `$ref` included. */
export const nameMaps: ReadonlySet<string> = new Set([
  'properties',
  'patternProperties',
  'dependentSchemas',
  '$defs',
  'definitions',
  'schemas',
  'responses',
  'parameters',
  'examples',
  'requestBodies',
  'headers',
  'securitySchemes',
  'links',
  'callbacks',
  'pathItems',
  'paths',
  'webhooks',
  'content',
  'encoding',
  'variables',
]);

/** Fields whose values are data of the API, not parts of the document: a `$ref` in there is only a name. */
export const dataFields: ReadonlySet<string> = new Set(['example', 'default', 'const', 'enum', 'value']);
