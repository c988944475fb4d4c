import type { SdkModel } from '../../model/sdk-model.ts';
import { generatedModule, type File } from '../file.ts';
import { settleEnumConstants } from '../types/enum-values.ts';
import { emitOperationTypes } from '../types/operation-types.ts';
import { createSchemaPrinter } from '../types/schema-printer.ts';
import { emitSchemaType } from '../types/schema-types.ts';

/** The types package as it is today, for a consumer to carry along; without the `openapi` entry. */
export function emitExpectedTypes(model: SdkModel): File[] {
  const printer = createSchemaPrinter(model);
  const constants = settleEnumConstants(model);
  const files = [
    ...model.schemas.map((schema) => emitSchemaType(model, printer, constants, schema)),
    ...model.groups.map((group) => emitOperationTypes(model, printer, constants, group)),
  ];
  const index = files.map(({ path }) => `export * from '${path.replace('types/src/generated', '.')}';\n`);
  return [
    ...files.map((file) => ({ ...file, path: file.path.replace(/^types\/src\/generated/, folder) })),
    generatedModule(model, 'consumer', 'expected/index.ts', index.join('')),
  ];
}

const folder = 'consumer/src/generated/expected';
