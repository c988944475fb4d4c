import type { FieldGroup, Location } from './descriptor.ts';
import { place, refuse, type Values } from './request.ts';

/**
 * The fields of one location as an object of their own: `{ path, query, header, cookie }` inputs, where one name
 * means two things or the body is no object.
 */
export function nested(...groups: readonly FieldGroup[]): Location {
  return (draft, values) => {
    for (const [name, value] of values) {
      if (Object(value) !== value) refuse(name, 'is no object');
      place(draft, groups, value as Values);
    }
  };
}
