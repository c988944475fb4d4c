import type { SdkModel } from '../../model/sdk-model.ts';
import { generatedModule, type File } from '../file.ts';
import { settleEnumConstants } from './enum-values.ts';
import { emitNotifications } from './notifications-module.ts';
import { emitOpenapiModule } from './openapi-module.ts';
import { emitOperationTypes } from './operation-types.ts';
import { createSchemaPrinter } from './schema-printer.ts';
import { emitSchemaType } from './schema-types.ts';

/** The types package: a module per schema, a module per group, and openapi-typescript's whole file. */
export function emitTypes(model: SdkModel): File[] {
  const printer = createSchemaPrinter(model);
  const constants = settleEnumConstants(model);
  return [
    ...model.schemas.map((schema) => emitSchemaType(model, printer, constants, schema)),
    ...model.groups.map((group) => emitOperationTypes(model, printer, constants, group)),
    ...emitNotifications(model, printer),
    emitOpenapiModule(model),
    emitIndex(model),
  ];
}

function emitIndex(model: SdkModel): File {
  const paths = [
    ...model.schemas.map((schema) => `./schemas/${schema.file}.ts`),
    ...model.groups.map((group) => `./groups/${group.file}.ts`),
    ...(model.webhooks.length + model.callbacks.length > 0 ? ['./notifications.ts'] : []),
  ];
  return generatedModule(
    model,
    'types',
    'index.ts',
    // A file without an export is no module, and a document may have nothing yet.
    paths.map((path) => `export * from '${path}';\n`).join('') || 'export {};\n',
  );
}
