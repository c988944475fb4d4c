import type { SdkModel } from '../model/sdk-model.ts';

/** The function, computed once for each model: what every operation asks of all of them takes its time but once. */
export function oncePerModel<Value>(compute: (model: SdkModel) => Value): (model: SdkModel) => Value {
  const known = new WeakMap<SdkModel, { readonly value: Value }>();
  return (model) => {
    const found = known.get(model);
    if (found) return found.value;
    const value = compute(model);
    known.set(model, { value });
    return value;
  };
}
