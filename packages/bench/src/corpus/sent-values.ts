import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Operation, SampleCall } from 'sdkwright';

/** Judges the values of a call by the document as it came, with another set-up than Prism's. */
export class SentValues {
  readonly #document: object;
  readonly #operation: Operation;
  readonly #call: SampleCall;

  constructor(document: object, operation: Operation, call: SampleCall) {
    this.#document = document;
    this.#operation = operation;
    this.#call = call;
  }

  /** Whether the schema allows what was sent at a place of the request. */
  isAllowed([, place = '', name = '']: readonly string[]): boolean {
    if (place === 'body') return this.#allows(this.#bodySchema(), this.#call.request.body);
    const { parameters, input } = this.#operation;
    const parameter = parameters.find(
      (each) => each.in === place && each.name.toLowerCase() === name.toLowerCase(),
    );
    if (!parameter) return false;
    const given = input.layout === 'flat' ? this.#call.input : this.#call.input[place];
    return this.#allows(parameter.schema, at(given, parameter.name));
  }

  /** Whether a field of the body is required, and no schema says what it is. */
  isUndescribed([, place = '', ...path]: readonly string[], field: string): boolean {
    const isWhole = place === 'body' && path.length === 0;
    return isWhole && !this.#fields(this.#bodySchema()).includes(field);
  }

  #bodySchema(): unknown {
    const { path, httpMethod, body } = this.#operation;
    const item = this.#follow(at(at(this.#document, 'paths'), path));
    const request = this.#follow(at(at(item, httpMethod.toLowerCase()), 'requestBody'));
    return at(at(at(request, 'content'), body?.mediaType ?? ''), 'schema');
  }

  #fields(schema: unknown, depth = 0): string[] {
    const target = this.#follow(schema);
    if (depth > 10) return [];
    const parts = ['allOf', 'oneOf', 'anyOf'].flatMap((key) => at(target, key) ?? []);
    return [
      ...Object.keys(Object(at(target, 'properties'))),
      ...parts.flatMap((part) => this.#fields(part, depth + 1)),
    ];
  }

  #follow(value: unknown): unknown {
    const reference = at(value, '$ref');
    if (typeof reference !== 'string') return value;
    const keys = reference.slice(2).split('/');
    return keys.reduce<unknown>(
      (found, key) => at(found, decodeURIComponent(key).replaceAll('~1', '/').replaceAll('~0', '~')),
      this.#document,
    );
  }

  /** ajv takes a property called `$id` for an id: it is given no schema that it does not need. */
  #reachedFrom(schema: unknown): Record<string, unknown> {
    const schemas = at(at(this.#document, 'components'), 'schemas');
    const reached: Record<string, unknown> = {};
    const pending: unknown[] = [schema];
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      for (const [, key = ''] of JSON.stringify(next).matchAll(/"#\/components\/schemas\/([^"/]+)"/g)) {
        if (Object.hasOwn(reached, key)) continue;
        reached[key] = at(schemas, key);
        pending.push(reached[key]);
      }
    }
    return reached;
  }

  #allows(schema: unknown, value: unknown): boolean {
    const ajv = new Ajv2020({ strict: false, validateSchema: false, logger: false });
    addFormats.default(ajv);
    try {
      const components = { schemas: this.#reachedFrom(schema) };
      return ajv.compile({ allOf: [schema ?? {}], components })(value);
    } catch {
      return false;
    }
  }
}

function at(value: unknown, key: string): unknown {
  return Object.hasOwn(Object(value), key) ? Reflect.get(Object(value), key) : undefined;
}
