import { isObject } from '../../model/json.ts';
import type { NamedSchema, SdkModel } from '../../model/sdk-model.ts';

/** The named schemas a schema refers to directly, in the model's order. */
export function referencedSchemas(model: SdkModel, ...schemas: readonly unknown[]): NamedSchema[] {
  const pointers = new Set<string>();
  const pending: unknown[] = [...schemas];
  for (let value = pending.pop(); pending.length > 0 || value !== undefined; value = pending.pop()) {
    if (Array.isArray(value)) pending.push(...value);
    else if (isObject(value)) {
      if (typeof value['$ref'] === 'string') pointers.add(value['$ref']);
      pending.push(...Object.values(value));
    }
  }
  return model.schemas.filter((schema) => pointers.has(schema.pointer));
}

/** `import type` lines for named schemas, from the folder their modules are in. */
export function importSchemas(schemas: readonly NamedSchema[], folder: string): string {
  return schemas
    .map((schema) => `import type { ${schema.name} } from '${folder}/${schema.file}.ts';\n`)
    .join('');
}
