import type { Operation, SdkModel } from '../../model/sdk-model.ts';
import { valueLiterals } from './value-literals.ts';

/** The inputs an operation is called with, as expressions; an empty text where it is called without one. */
export function inputValues(model: SdkModel, { input, pointer }: Operation): string[] {
  if (input.fields.length === 0) return [''];
  const values = valueLiterals(model, { schema: input.schema, pointer: `${pointer}/input` });
  return input.required ? values : [...values.filter((value) => value !== '{  }'), ''];
}
