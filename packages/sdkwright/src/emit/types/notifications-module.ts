import type { JsonObject } from '../../model/json.ts';
import { isObject } from '../../model/json.ts';
import type { Notification, Schema, SdkModel } from '../../model/sdk-model.ts';
import { generatedModule, type File } from '../file.ts';
import { importSchemas } from './references.ts';
import type { SchemaPrinter } from './schema-printer.ts';

/** `notifications.ts`: what the API sends by itself, for those who receive it. None where it sends nothing. */
export function emitNotifications(model: SdkModel, printer: SchemaPrinter): File[] {
  const { webhooks, callbacks } = model;
  if (webhooks.length === 0 && callbacks.length === 0) return [];
  const [declarations, printed] = printer.printedBy(() => [
    ...(webhooks.length === 0
      ? []
      : [
          printer.declaration('Webhooks', byName(webhooks), ['What the API sends to its webhooks, by name.']),
        ]),
    ...(callbacks.length === 0
      ? []
      : [
          printer.declaration('Callbacks', callbacksSchema(model), [
            'What the API sends to URLs that it was given, by operation and callback.',
          ]),
        ]),
  ]);
  const body = `${importSchemas(printed, './schemas')}\n${declarations.join('\n')}`;
  return [generatedModule(model, 'types', 'notifications.ts', body)];
}

function callbacksSchema({ callbacks }: SdkModel): JsonObject {
  const operations = [...new Set(callbacks.map(({ operation }) => operation))];
  return objectOf(
    operations.map((name) => [name, byName(callbacks.filter(({ operation }) => operation === name))]),
  );
}

/** An object of all notifications by name; those that share one are alternatives, told apart by their method. */
function byName(notifications: readonly Notification[]): JsonObject {
  const names = [...new Set(notifications.map(({ name }) => name))];
  return objectOf(
    names.map((name) => {
      const alternatives = notifications.filter((notification) => notification.name === name);
      const [only, another] = alternatives;
      return [name, only && !another ? requestSchema(only) : { oneOf: alternatives.map(requestSchema) }];
    }),
  );
}

function requestSchema(notification: Notification): JsonObject {
  const { httpMethod, body, headers, query, response, summary, description, deprecated } = notification;
  const prose = [
    ...(summary === undefined ? [] : [summary]),
    ...(description === undefined ? [] : [description]),
  ];
  const fields: [string, Schema | undefined][] = [
    ['method', { const: httpMethod }],
    ['headers', headers],
    ['query', query],
    ['body', body],
    ['response', response],
  ];
  return {
    ...objectOf(fields.flatMap(([name, schema]) => (schema === undefined ? [] : [[name, schema] as const]))),
    ...(prose.length === 0 ? {} : { description: prose.join('\n\n') }),
    ...(deprecated ? { deprecated } : {}),
  };
}

function objectOf(fields: readonly (readonly [name: string, schema: Schema])[]): JsonObject {
  return {
    type: 'object',
    properties: Object.fromEntries(fields.map(([name, schema]) => [name, isObject(schema) ? schema : {}])),
    required: fields.map(([name]) => name),
  };
}
