import type { SdkModel } from '../../model/sdk-model.ts';
import { generatedModule, type File } from '../file.ts';
import { jsonLiteral, stringLiteral } from '../literal.ts';

/** The document itself, for the mock to serve, with the hash that must match the packages under test. */
export function emitMock(model: SdkModel): File[] {
  const body = [
    '/** The hash of the document the packages were generated from. */',
    `export const documentHash: string = ${stringLiteral(model.api.documentHash)};`,
    '',
    '/** The document, bundled and with its overlay applied. */',
    `export const document: Record<string, unknown> = ${jsonLiteral(model.document)};`,
    '',
  ];
  return [generatedModule(model, 'mock', 'document.ts', body.join('\n'))];
}
