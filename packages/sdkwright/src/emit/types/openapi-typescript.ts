// Not from the front of openapi-typescript: that brings its linter along, which takes longer to load than all the rest.
export { resolveRef } from 'openapi-typescript/dist/lib/utils.mjs';
export { default as transformSchema } from 'openapi-typescript/dist/transform/index.mjs';
export { default as transformSchemaObject } from 'openapi-typescript/dist/transform/schema-object.mjs';
