import type { Deserialize } from './prism-modules.ts';
import { objectAt } from './stateful/inference/json-schema.ts';

/**
 * Reads `style: deepObject`, lists and further objects inside included: `filter[owner][id]=1`, `filter[tags][0]=a`.
 * Undefined where nothing of it was sent; Prism makes an object of every one that the schema has, sent or not.
 */
export const readDeepObject: Deserialize = (name, values, schema) => {
  const sent = Object.entries(values).filter(([key]) => key.startsWith(`${name}[`));
  if (sent.length === 0) return undefined;
  const root: Branch = new Map();
  for (const [key, value] of sent) {
    const path = Array.from(key.slice(name.length).matchAll(/\[([^\]]*)\]/g), ([, step = '']) => step);
    plant(root, path, value);
  }
  return grown(root, schema);
};

type Branch = Map<string, Branch | { readonly leaf: unknown }>;

function plant(branch: Branch, [step = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) return void branch.set(step, { leaf: value });
  const next = branch.get(step);
  const deeper: Branch = next instanceof Map ? next : new Map();
  branch.set(step, deeper);
  plant(deeper, rest, value);
}

function grown(branch: Branch, schema: unknown): unknown {
  const isList = [...branch.keys()].every((step, index) => step === '' || step === String(index));
  const entries = [...branch].map(([step, value]): [string, unknown] => {
    const [name, property] = isList ? [step, objectAt(schema, 'items')] : propertyOf(schema, step);
    return [name, value instanceof Map ? grown(value, property) : value.leaf];
  });
  return isList
    ? entries.flatMap(([step, value]) => (step === '' ? value : [value]))
    : Object.fromEntries(entries);
}

/** Prism gives the names in a query in lower case. */
function propertyOf(schema: unknown, step: string): [name: string, schema: unknown] {
  const properties = Object.entries(objectAt(schema, 'properties'));
  const isSame = ([name]: [string, unknown]): boolean => name.toLowerCase() === step.toLowerCase();
  return properties.find(([name]) => name === step) ?? properties.find(isSame) ?? [step, undefined];
}
