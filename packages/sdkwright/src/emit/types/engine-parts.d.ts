// openapi-typescript exports each of its files, but declares its front alone, and that with the compiler's nodes. Here
// they are what its context has.

declare module 'openapi-typescript/dist/lib/utils.mjs' {
  export { resolveRef } from 'openapi-typescript';
}

declare module 'openapi-typescript/dist/transform/index.mjs' {
  import type { OpenAPI3 } from 'openapi-typescript';

  export default function transformSchema<Declaration>(
    document: OpenAPI3,
    context: { readonly injectFooter: Declaration[] },
  ): Declaration[];
}

declare module 'openapi-typescript/dist/transform/schema-object.mjs' {
  import type { SchemaObject } from 'openapi-typescript';

  export default function transformSchemaObject<TypeNode>(
    schema: SchemaObject,
    options: {
      readonly path: string;
      readonly ctx: { readonly transform: (schema: unknown) => TypeNode | undefined };
    },
  ): TypeNode;
}
