import type { Operation, SdkModel } from '../../../model/sdk-model.ts';
import { hasHost } from '../../../model/servers.ts';
import { oauthFlows } from '../../client/oauth-module.ts';
import { objectKey, singleLine } from '../../literal.ts';
import { exampleServer } from '../../client/servers.ts';
import { statusType } from '../../types/operation-types.ts';
import {
  callable,
  clientOptions,
  fenced,
  groupEntry,
  objectText,
  sampleInput,
  sampleMethodCall,
  shownOperations,
} from './shown-operations.ts';

/** What callers must know beside the API itself: the first call, and what is the same for all of them. */
export function clientReadme(model: SdkModel): string[] {
  const operations = shownOperations(model);
  const shown = callable(model, operations);
  if (!shown) return [];
  const paginated = callable(
    model,
    operations.filter(({ pagination }) => pagination),
  );
  const streaming = callable(
    model,
    operations.filter(({ success }) => success.events),
  );
  return [
    example(model, `console.log(await ${sampleMethodCall(model, shown)});\n`),
    habits(model),
    singleOperation(model, shown),
    `## What a call gives\n\n${readings(model, paginated, streaming)}`,
    ...(paginated ? [`## Pages\n\n${pages(model, paginated)}`] : []),
    ...(streaming ? [`## Streams of events\n\n${events(model, streaming)}`] : []),
    `## Errors\n\n${errors(model, shown)}`,
    `## Options\n\n${options(model)}`,
    ...(model.api.servers.length > 0 ? [`## Servers\n\n${servers(model, shown)}`] : []),
    ...(model.api.auth.length > 0 ? [`## Credentials\n\n${credentials(model, shown)}`] : []),
    `## Holding answers against the document\n\n${validation(model, shown)}`,
  ];
}

/** Code over a client that has what it needs. */
function example(
  model: SdkModel,
  code: string,
  options = clientOptions(model),
  imports: readonly string[] = [model.api.name],
): string {
  const { name, scope } = model.api;
  const start = `import { ${imports.join(', ')} } from '${scope}/client';\n\nconst client = new ${name}(${objectText(options)});\n`;
  return fenced('ts', start + code);
}

function habits({ api, operations }: SdkModel): string {
  const isFlat = operations.every(({ input }) => input.layout === 'flat');
  const nested = isFlat
    ? ''
    : ' Where one name means two things, or the body is no object, they are grouped as `path`, `query`, `header`, `cookie` and `body`.';
  const inputs = api.clientInputs.map(({ name }) => `\`${singleLine(name)}\``).join(', ');
  return [
    `- **Flat input.** Path, query and body fields stand side by side; the client places them.${nested} A wrong input is a compile error, and a \`TypeError\` before anything is sent.`,
    ...(inputs === ''
      ? []
      : [`- **Client-wide input.** With ${inputs} in the constructor, calls may leave it out.`]),
    '- **It runs wherever there is `fetch`:** Node 20.19 and newer, browsers, workers.',
    '- **Small bundles.** Each operation is a function, too; a bundle holds those that it names:',
  ].join('\n');
}

function singleOperation(model: SdkModel, operation: Operation): string {
  const input = sampleInput(model, operation);
  const { scope } = model.api;
  const given = objectText(clientOptions(model));
  return fenced(
    'ts',
    [
      `import { api, createClient } from '${scope}/client/runtime';`,
      `import { ${operation.name} } from '${groupEntry(model, 'client', operation)}';\n`,
      `const client = createClient(api${given === '' ? '' : `, ${given}`});`,
      `console.log(await ${operation.name}(client${input === '' ? '' : `, ${input}`}));`,
    ].join('\n'),
  );
}

function readings({ api }: SdkModel, paginated?: Operation, streaming?: Operation): string {
  return [
    'A call is a promise that starts at once, and its request is sent once, whichever way it is read:\n',
    '| read | gives |',
    '| --- | --- |',
    `| \`await call\` | the data${api.envelope ? ', unwrapped' : ''}; throws an \`SdkError\` |`,
    ...(api.envelope ? [`| \`call.envelope()\` | the whole body |`] : []),
    "| `call.response()` | the platform's `Response`, as soon as its headers are here |",
    '| `call.result()` | never throws: `{ ok: true, data }` or `{ ok: false, error }` |',
    ...(paginated ? ['| `for await … of call` | the items of a list, page after page |'] : []),
    ...(streaming ? ['| `for await … of call.events()` | the events of a stream, as they come |'] : []),
  ].join('\n');
}

function pages(model: SdkModel, operation: Operation): string {
  const call = sampleMethodCall(model, operation);
  return [
    example(model, `for await (const item of ${call}) console.log(item);\n`),
    '`call.pages()` gives whole pages, `call.all({ max: 100 })` a list of at most 100 items. A list that does not end is an error, not an endless loop.',
  ].join('\n\n');
}

function events(model: SdkModel, operation: Operation): string {
  const call = sampleMethodCall(model, operation);
  return example(model, `for await (const { data } of ${call}.events()) console.log(data);\n`);
}

function errors(model: SdkModel, shown: Operation): string {
  const [documented] = shown.errors;
  const narrowed =
    documented === undefined || statusType(documented, shown) === 'number'
      ? ''
      : `else if (outcome.error.status === ${statusType(documented, shown).split(' ')[0]}) console.log(outcome.error.body);\n`;
  const code = `const outcome = await ${sampleMethodCall(model, shown)}.result();\nif (outcome.ok) console.log(outcome.data);\n${narrowed}else console.log(outcome.error.kind, outcome.error.message);\n`;
  return [
    '`outcome.error` is the closed union of what the operation can fail with; `status` or `kind` narrows it. Thrown errors are the same objects.',
    example(model, code),
    [
      '| class | `kind` | what happened |',
      '| --- | --- | --- |',
      '| `ApiError` | `api` | the server answered with a documented error status; `status`, `body`, `headers` |',
      '| `UnexpectedError` | `unexpected` | the same, with a status or a body that the document does not describe |',
      '| `ConnectionError` | `connection` | no answer came |',
      '| `TimeoutError` | `timeout` | the time for the attempt or the call ran out |',
      '| `AbortError` | `abort` | your signal was aborted |',
      '| `DecodeError` | `decode` | a success whose body is not what was promised |',
      ...(model.api.envelope
        ? ['| `EnvelopeError` | `envelope` | a success that says it is none, or lacks its data |']
        : []),
      '| `AuthError` | `auth` | your token function gave no token |',
    ].join('\n'),
    'All are `SdkError`s with `operation`, `method`, `url`, `attempts` and `requestId`; `NotFoundError`, `RateLimitError` and their kind name single statuses. No message shows a token.',
  ].join('\n\n');
}

function options({ api }: SdkModel): string {
  const limit = api.rateLimit ? `${api.rateLimit.requests} requests in ${api.rateLimit.seconds} s` : 'none';
  return [
    'Options of the client are the defaults of its calls; a call takes its own as last argument.\n',
    '| option | default | meaning |',
    '| --- | --- | --- |',
    ...(api.auth.length > 0
      ? ['| `token` | none | a text, or a function that is asked before each attempt |']
      : []),
    `| \`baseUrl\` | ${hasHost(api.baseUrl) ? "the document's" : "the page's host; outside a page it must be given"} | where the API is${api.servers.length > 0 ? ': one of [these](#servers), or any other' : ''} |`,
    '| `retries` | 2 | how often a failed attempt is repeated; a POST or PATCH only with an `idempotencyKey` |',
    '| `timeout` | none | milliseconds for the whole call |',
    '| `attemptTimeout` | 30,000 | milliseconds for one attempt, its body included |',
    `| \`rateLimit\` | ${limit} | \`{ requests, seconds }\`: the client waits by itself; \`false\` sends at once |`,
    '| `headers` | none | headers to add, names in lower case |',
    "| `fetch` | the platform's | the function to send with |",
    '| `hooks` | none | `onRequest`, `onResponse`, `onError`, `onRetry`, `onDeprecation`; they see no token |',
    '| `logger` | none | gets a line per event, down to `logLevel`; `console` is one |',
    '\nOf a call alone: `signal` and `idempotencyKey`. Repeated are lost connections, 408, 409, 425, 429 and 5xx, with growing random pauses of at most 8 seconds, and as long as `Retry-After` says.',
  ].join('\n');
}

function servers(model: SdkModel, shown: Operation): string {
  const { api } = model;
  const code = `console.log(await ${sampleMethodCall(model, shown)});\n`;
  const options = clientOptions(model, exampleServer(api.servers));
  const cell = (text: string): string => `\`${singleLine(text).replaceAll(/[|`]/g, '')}\``;
  const rows = api.servers.map(({ name, url }) => `| ${cell(name)} | ${cell(url)} |`);
  const calls = hasHost(api.baseUrl) ? 'Without a `baseUrl` the client calls the first. ' : '';
  return [
    `${calls}Each is a function that gives the URL, with its variables filled in.`,
    example(model, code, options, [api.name, 'servers']),
    ['| of `servers` | URL |', '| --- | --- |', ...rows].join('\n'),
  ].join('\n\n');
}

function credentials(model: SdkModel, shown: Operation): string {
  const { auth } = model.api;
  const named = auth.find(({ kind }) => kind !== 'bearer') ?? auth[0];
  const password = auth.some(({ kind }) => kind === 'basic')
    ? ' A scheme with a password takes `name:password`.'
    : '';
  const several =
    named && auth.length > 1
      ? [
          `The API has several security schemes. \`keys\` holds credentials by the names of the schemes; \`token\` is for what has none there.${password}`,
          example(model, `console.log(await ${sampleMethodCall(model, shown)});\n`, [
            ...clientOptions(model),
            `keys: ${objectText([`${objectKey(named.name)}: '…'`])}`,
          ]),
        ]
      : [
          `\`token\` is a text, or a function that gives one: \`token: async () => await session.token()\`.${password}`,
        ];
  return [...several, ...oauth(model)].join('\n\n');
}

function oauth(model: SdkModel): string[] {
  const { authorizationCode, clientCredentials } = oauthFlows(model) ?? {};
  const sources = [
    ...(authorizationCode ? ['`userTokens` after `startAuthorization` and `finishAuthorization`'] : []),
    ...(clientCredentials ? ['`clientCredentials`'] : []),
  ];
  if (sources.length === 0) return [];
  return [
    `\`${model.api.scope}/client/oauth\` has sources of tokens: ${sources.join(', ')}. They renew a token ahead of its end, once for all waiting calls.`,
  ];
}

function validation(model: SdkModel, shown: Operation): string {
  const { name, scope } = model.api;
  const fields = [
    ...clientOptions(model),
    `validate: 'report'`,
    'schemas',
    'onReport: ({ operation, issues }) => console.warn(operation, issues)',
  ];
  const code = `import { ${name} } from '${scope}/client';\nimport { schemas } from '${scope}/client/schemas';\n\nconst client = new ${name}({\n  ${fields.join(',\n  ')},\n});\nawait ${sampleMethodCall(model, shown)};\n`;
  return `Off by default. \`report\` tells of every difference and never breaks a call; \`throw\` makes a contradiction a \`DecodeError\`.\n\n${fenced('ts', code)}`;
}
