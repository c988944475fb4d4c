import type { NamedSchema, SdkModel } from '../../model/sdk-model.ts';
import { generatedModule, type File } from '../file.ts';
import { emitEnumValues, type EnumConstants } from './enum-values.ts';
import { importSchemas } from './references.ts';
import type { SchemaPrinter } from './schema-printer.ts';

/** One module per schema: its interface and the values of its enums. */
export function emitSchemaType(
  model: SdkModel,
  printer: SchemaPrinter,
  constants: EnumConstants,
  schema: NamedSchema,
): File {
  const [declaration, printed] = printer.printedBy(() => printer.declaration(schema.name, schema.schema));
  const body = [
    importSchemas(
      printed.filter((other) => other !== schema),
      '.',
    ),
    declaration,
    emitEnumValues(constants.schemas, schema.name, schema.schema),
  ];
  return generatedModule(model, 'types', `schemas/${schema.file}.ts`, body.join('\n'));
}
