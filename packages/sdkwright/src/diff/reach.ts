import { fieldAt, isObject } from '../model/json.ts';
import { dereference } from '../model/pointer.ts';
import { rawOperation } from '../model/raw-operation.ts';
import type { Operation, SdkModel } from '../model/sdk-model.ts';
import { referencedSchemas } from '../emit/types/references.ts';
import { callPath } from './call-path.ts';
import { packages, type Package } from './change.ts';

/** Through which calls and packages a named schema is seen, in one direction. */
export interface Reach {
  readonly calls: readonly string[];
  readonly seenIn: readonly Package[];
}

export type ReachOfSchemas = ReadonlyMap<string, Readonly<Record<'request' | 'response', Reach>>>;

interface Seed {
  readonly schema: unknown;
  readonly direction: 'request' | 'response';
  readonly seenIn: readonly Package[];
}

/** Where consumers meet each schema of a model. One that no call reaches is only read, as webhook payloads are. */
export function reachOfSchemas(model: SdkModel): ReachOfSchemas {
  const referenced = new Map(
    model.schemas.map((schema) => [
      schema.name,
      referencedSchemas(model, schema.schema).map(({ name }) => name),
    ]),
  );
  const found = new Map<string, { calls: Set<string>; seenIn: Set<Package> }>();
  for (const operation of model.operations) {
    for (const { schema, direction, seenIn } of seedsOf(model, operation)) {
      const direct = isObject(schema) ? referencedSchemas(model, schema).map(({ name }) => name) : [];
      for (const name of closure(direct, referenced)) {
        const key = `${direction} ${name}`;
        const reach = found.get(key) ?? { calls: new Set(), seenIn: new Set() };
        reach.calls.add(callPath(model, operation));
        for (const one of seenIn) reach.seenIn.add(one);
        found.set(key, reach);
      }
    }
  }
  const reachOf = (direction: string, name: string): Reach => {
    const { calls = [], seenIn = [] } = found.get(`${direction} ${name}`) ?? {};
    return { calls: [...calls], seenIn: packages.filter((one) => [...seenIn].includes(one)) };
  };
  return new Map(
    model.schemas.map(({ name }) => {
      const request = reachOf('request', name);
      const response = reachOf('response', name);
      const isUnreached = request.seenIn.length + response.seenIn.length === 0;
      return [name, { request, response: isUnreached ? { calls: [], seenIn: ['types'] } : response }];
    }),
  );
}

/** Hooks show results and errors, but neither the envelope around a result nor a body's own name. */
function seedsOf({ document }: SdkModel, operation: Operation): Seed[] {
  const { input, body, success, errors, path, httpMethod } = operation;
  // The fields of a form are taken out of its schema, which is written all the same.
  const form = fieldAt(rawOperation(document, path, httpMethod), 'requestBody');
  return [
    { schema: input.schema, direction: 'request', seenIn: packages },
    { schema: body?.schema, direction: 'request', seenIn: ['types'] },
    { schema: body && dereference(document, form), direction: 'request', seenIn: ['types'] },
    { schema: success.result, direction: 'response', seenIn: packages },
    { schema: success.schema, direction: 'response', seenIn: ['types', 'client'] },
    { schema: success.events?.schema, direction: 'response', seenIn: ['types', 'client'] },
    ...errors.map(({ schema }): Seed => ({ schema, direction: 'response', seenIn: packages })),
  ];
}

function closure(
  names: readonly string[],
  referenced: ReadonlyMap<string, readonly string[]>,
): ReadonlySet<string> {
  const reached = new Set(names);
  for (const name of reached) {
    for (const next of referenced.get(name) ?? []) reached.add(next);
  }
  return reached;
}
