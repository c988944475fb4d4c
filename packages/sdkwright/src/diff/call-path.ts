import type { Operation, SdkModel } from '../model/sdk-model.ts';

/** How people write a call: `webwork.projectViewers.list`. */
export function callPath(model: SdkModel, { group, method }: Operation): string {
  return `${model.api.name.toLowerCase()}.${group}.${method}`;
}
