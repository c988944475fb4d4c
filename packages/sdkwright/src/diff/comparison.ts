import type { SdkModel } from '../model/sdk-model.ts';
import type { Located } from '../model/schema-form.ts';

/** Both models, and what is already known of how their schemas belong together. */
export interface Comparison {
  readonly before: SdkModel;
  readonly after: SdkModel;
  /** The name after, by the name before, of schemas that are compared by themselves. */
  readonly names: ReadonlyMap<string, string>;
}

/** Two schemas that stand for the same thing. */
export interface SchemaPair {
  readonly before: Located;
  readonly after: Located;
  /** `request`: what callers write. `response`: what they read. */
  readonly direction: 'request' | 'response';
  /** Pairs that are being compared further up; where one comes again, the schema contains itself. */
  readonly above: readonly string[];
}
