import { partsOf } from '../../model/document-parts.ts';
import { stringAt } from '../../model/json.ts';
import type { NamedSchema, SdkModel } from '../../model/sdk-model.ts';

/** The named schemas a schema refers to directly, in the model's order. What stands in data is no reference. */
export function referencedSchemas(model: SdkModel, ...schemas: readonly unknown[]): NamedSchema[] {
  const pointers = new Set<string>();
  for (const part of partsOf(schemas)) {
    const reference = stringAt(part, '$ref');
    if (reference !== undefined) pointers.add(reference);
  }
  return model.schemas.filter((schema) => pointers.has(schema.pointer));
}

/** `import type` lines for named schemas, from the folder their modules are in. */
export function importSchemas(schemas: readonly NamedSchema[], folder: string): string {
  return schemas
    .map((schema) => `import type { ${schema.name} } from '${folder}/${schema.file}.ts';\n`)
    .join('');
}
