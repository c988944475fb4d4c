import type * as engine from 'openapi-typescript';
import { resolveRef as resolve } from 'openapi-typescript/dist/lib/utils.mjs';
import document from 'openapi-typescript/dist/transform/index.mjs';
import schemaObject from 'openapi-typescript/dist/transform/schema-object.mjs';

// Not from the front of openapi-typescript: that brings its linter along, which takes longer to load than all the rest.

/** Declares a whole document. */
export const transformSchema: typeof engine.transformSchema = document;

/** Writes one schema as a type. */
export const transformSchemaObject: typeof engine.transformSchemaObject = schemaObject;

/** Follows a `$ref` to the end of its chain. */
export const resolveRef: typeof engine.resolveRef = resolve;
