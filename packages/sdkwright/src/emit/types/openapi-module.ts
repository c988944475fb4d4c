import { transformSchema } from 'openapi-typescript';
import type { SdkModel } from '../../model/sdk-model.ts';
import { generatedModule, type File } from '../file.ts';
import { engineCopy, isEngineDocument } from './engine-context.ts';
import { print } from './print.ts';

/** openapi-typescript's own `paths`, `components` and `operations`, for openapi-fetch and its kind. */
export function emitOpenapiModule(model: SdkModel): File {
  // The engine's own copy, which it may write into.
  const { document, context } = engineCopy(model.document);
  if (!isEngineDocument(document)) throw new TypeError('the model holds no OpenAPI document');
  const nodes = transformSchema(document, context);
  return generatedModule(model, 'types', 'openapi.ts', nodes.map(print).join('\n\n'));
}
