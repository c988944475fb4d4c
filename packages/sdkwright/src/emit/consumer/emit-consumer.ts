import type { SdkModel } from '../../model/sdk-model.ts';
import { generatedModule, type File } from '../file.ts';
import { emitClientConsumer } from './client-consumer.ts';
import { emitExpectedTypes } from './expected-types.ts';
import { emitHooksConsumer } from './hooks-consumer.ts';
import { emitTypesConsumer } from './types-consumer.ts';

/**
 * A program that uses everything the packages of a document give: writes every input field, reads every result field,
 * switches on every enum and handles every documented error, through types, client and hooks. It carries the types it
 * was written against, so it can be checked against the packages of any other document: where they broke a consumer,
 * it does not compile. One folder for each package: `consumer/src/generated/{types,client,react-query}`.
 */
export function emitConsumer(model: SdkModel): File[] {
  return [
    ...emitExpectedTypes(model),
    ...emitTypesConsumer(model),
    ...emitClientConsumer(model),
    ...emitHooksConsumer(model),
    emitValues(model),
  ];
}

function emitValues(model: SdkModel): File {
  const body = [
    '/** A value of that type, from wherever a program has it. */\nexport declare function given<T>(): T;\n\n',
    '/** Reads a value. */\nexport declare function read(value: unknown): void;\n\n',
    '/** Hands a value to code that was written for that type. */\nexport declare function check<T>(value: T): void;\n\n',
    '/** Compiles only where no case is left. */\nexport declare function missed(value: never): void;\n',
  ];
  return generatedModule(model, 'consumer', 'values.ts', body.join(''));
}
