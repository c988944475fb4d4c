import { dataFields, nameMaps } from '../../model/document-fields.ts';
import { isObject } from '../../model/json.ts';
import type { NamedSchema, SdkModel } from '../../model/sdk-model.ts';

/** The named schemas a schema refers to directly, in the model's order. What stands in data is no reference. */
export function referencedSchemas(model: SdkModel, ...schemas: readonly unknown[]): NamedSchema[] {
  const pointers = new Set<string>();
  const pending: { readonly value: unknown; readonly holdsNames: boolean }[] = [
    { value: schemas, holdsNames: false },
  ];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { value, holdsNames } = next;
    if (Array.isArray(value))
      pending.push(...value.map((item: unknown) => ({ value: item, holdsNames: false })));
    if (!isObject(value)) continue;
    if (!holdsNames && typeof value['$ref'] === 'string') pointers.add(value['$ref']);
    for (const [key, child] of Object.entries(value)) {
      const isData = !holdsNames && (dataFields.has(key) || key === 'examples');
      if (!isData) pending.push({ value: child, holdsNames: !holdsNames && nameMaps.has(key) });
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
