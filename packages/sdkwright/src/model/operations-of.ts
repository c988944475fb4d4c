import type { Group, Operation, SdkModel } from './sdk-model.ts';

/** The operations of a group, in the document's order. */
export function operationsOf(model: SdkModel, group: Group): Operation[] {
  return model.operations.filter((operation) => operation.group === group.name);
}

/** The module of an operation's group, without its ending. */
export function groupFile({ groups }: SdkModel, { group }: Operation): string {
  return groups.find(({ name }) => name === group)?.file ?? '';
}
