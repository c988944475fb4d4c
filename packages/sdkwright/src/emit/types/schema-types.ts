import type { NamedSchema, SdkModel } from '../../model/sdk-model.ts';
import { generatedModule, type File } from '../file.ts';
import { emitEnumValues, type EnumConstants } from './enum-values.ts';
import { importSchemas, referencedSchemas } from './references.ts';
import type { SchemaPrinter } from './schema-printer.ts';

/** One module per schema: its interface and the values of its enums. */
export function emitSchemaType(
  model: SdkModel,
  printer: SchemaPrinter,
  constants: EnumConstants,
  schema: NamedSchema,
): File {
  const references = referencedSchemas(model, schema.schema).filter((other) => other !== schema);
  const body = [
    importSchemas(references, '.'),
    printer.declaration(schema.name, schema.schema),
    emitEnumValues(constants.schemas, schema.name, schema.schema),
  ];
  return generatedModule(model, 'types', `schemas/${schema.file}.ts`, body.join('\n'));
}
