import type { Operation, SampleCall } from 'sdkwright';

/** One operation with an input that fits it: what every subject is asked to call. */
export interface BenchCall {
  readonly operation: Operation;
  readonly input: SampleCall['input'];
}

type Section = 'path' | 'query' | 'body';

/** The input fields of one location, as source text of an object; undefined where there is none. */
export function section({ operation, input }: BenchCall, location: Section): string | undefined {
  const fields = operation.input.fields.filter(
    (field) => field.in === location && Object.hasOwn(input, field.name),
  );
  if (fields.length === 0) return undefined;
  return JSON.stringify(Object.fromEntries(fields.map((field) => [field.name, input[field.name]])));
}

/** `{ path: {…}, query: {…}, body: {…} }` with the sections there are. */
export function sections(call: BenchCall, locations: readonly Section[]): string {
  const present = locations.flatMap((location) => {
    const text = section(call, location);
    return text === undefined ? [] : [`${location}: ${text}`];
  });
  return `{ ${present.join(', ')} }`;
}
