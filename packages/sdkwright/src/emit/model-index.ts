import type { NamedSchema, Operation, SdkModel } from '../model/sdk-model.ts';
import { oncePerModel } from './once-per-model.ts';

const schemas = oncePerModel((model) => new Map(model.schemas.map((schema) => [schema.pointer, schema])));

const operations = oncePerModel(
  (model) => new Map(model.operations.map((operation) => [operation.id, operation])),
);

/** The named schema that a `$ref` leads to. */
export function schemaAt(model: SdkModel, pointer: unknown): NamedSchema | undefined {
  return typeof pointer === 'string' ? schemas(model).get(pointer) : undefined;
}

export function operationWithId(model: SdkModel, id: string): Operation | undefined {
  return operations(model).get(id);
}
