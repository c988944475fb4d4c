import type * as parts from './openapi-typescript.ts';
import { withTypescript } from './with-typescript.ts';

const engine: typeof parts = await withTypescript(() => import('./openapi-typescript.ts'));

/** Declares a whole document. */
export const transformSchema: typeof parts.transformSchema = engine.transformSchema;

/** Writes one schema as a type. */
export const transformSchemaObject: typeof parts.transformSchemaObject = engine.transformSchemaObject;

/** Follows a `$ref` to the end of its chain. */
export const resolveRef: typeof parts.resolveRef = engine.resolveRef;
