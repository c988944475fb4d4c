import { startMock as start, type Mock, type MockOptions as Options } from '@sdkwright/mock';
import { document, documentHash } from './generated/document.ts';

export * from '@sdkwright/mock';
export { documentHash };

/** As those of @sdkwright/mock, but the document is the one that the SDK packages were generated from. */
export interface MockOptions extends Omit<Options, 'document' | 'expectedHash'> {
  /** What to serve instead. */
  readonly document?: Options['document'];
  /** The `hashDocument` that the document must have. Default: that of the packages; `false` takes any document. */
  readonly expectedHash?: string | false;
}

/**
 * Starts Prism in this process and serves the document on 127.0.0.1 under its own base path.
 * @throws MockError as `startMock` of @sdkwright/mock does.
 */
export function startMock(options: MockOptions = {}): Promise<Mock> {
  return start({ document, expectedHash: documentHash, ...options });
}
