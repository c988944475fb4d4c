import type { OperationSpec } from './descriptor.ts';
import type { Values } from './request.ts';

/**
 * The input of an operation whose places are kept apart: `{ path, query, header, cookie, body }`, where one
 * name means two things or the body is no object. Fields get the name of their place before their own.
 */
export function nested(input: Values, { body }: OperationSpec): Values {
  const whole =
    body === true || body === 'optional' || (body && 'fields' in body && !Array.isArray(body.fields));
  return Object.fromEntries(
    Object.entries(input).flatMap(([place, values]) =>
      whole && place === 'body'
        ? [['body.body', values]]
        : Object.entries(Object(values) as Values).map(([name, value]) => [`${place}.${name}`, value]),
    ),
  );
}
