import type { Client } from './client.ts';

/** The operations behind the methods of a group, by the name of the method. */
export type Bound<Group, Given extends PropertyKey> = {
  readonly [Name in keyof Group]: Group[Name] extends (...args: infer Arguments) => infer Result
    ? (client: Client<Given>, ...args: Arguments) => Result
    : never;
};

/** A group of methods: operations that have their client. */
export function bind<Group extends object, Given extends PropertyKey>(
  client: Client<Given>,
  operations: NoInfer<Bound<Group, Given>>,
): Group;
export function bind(client: object, operations: object): object {
  const bound = ([name, run]: [string, (...args: unknown[]) => unknown]): [string, unknown] => [
    name,
    run.bind(null, client),
  ];
  return Object.fromEntries(Object.entries(operations).map(bound));
}
