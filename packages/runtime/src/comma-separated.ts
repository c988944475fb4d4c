import type { FieldEncoder } from './descriptor.ts';
import { escaped } from './encode.ts';

/** Query: `style: form, explode: false`. `a=1,2`; a comma within an item is `%2C`. */
export const commaSeparated: FieldEncoder = (name, value) =>
  `${escaped(name)}=${[value].flat().map(escaped).join(',')}`;
