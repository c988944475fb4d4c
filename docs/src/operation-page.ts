import { callKind, callTypes, sampleCalls, type Operation, type SdkModel } from 'sdkwright';
import { cell, codeCell, prose, sections, table } from './markdown.ts';
import { fieldRows, meaning, typeText } from './type-text.ts';

/** How well a fact is known, in the words of spec/PROVENANCE.md. */
const evidence: Readonly<Record<string, string>> = {
  seed: 'It is in the page of the vendor that this work began with.',
  official: 'It is in the vendor’s documentation of this edition.',
  'official-unversioned': 'It is only in the vendor’s documentation of a later edition.',
  'third-party': 'It is only in somebody else’s description.',
  inferred: 'It was seen nowhere, and concluded from its siblings.',
};

/** Whether an operation reads; its hook is a query then. */
export const isQuery = ({ httpMethod }: Operation): boolean => httpMethod === 'GET' || httpMethod === 'HEAD';

/** Address of an operation's page on the site. */
export function operationAddress(model: SdkModel, operation: Operation): string {
  return `/operations/${groupFile(model, operation)}/${operation.id}`;
}

/** All there is to know of one operation. */
export function operationPage(model: SdkModel, operation: Operation): string {
  const { id, summary, description, httpMethod, path, deprecated, experimental } = operation;
  return sections(
    `# ${prose(summary ?? id)}`,
    `\`${httpMethod} ${path}\` · \`${callName(model, operation)}\` · operationId \`${id}\``,
    deprecated ? '::: warning Deprecated\nIt goes on working; look for what replaces it.\n:::' : '',
    experimental === undefined ? '' : `::: warning Experimental\n${prose(experimental)}\n:::`,
    prose(description?.trim() ?? ''),
    '## Signature',
    block('typescript', signature(model, operation)),
    '## Call',
    ...callExamples(model, operation),
    '## Input',
    inputTable(model, operation) || 'It takes none.',
    '## Result',
    `\`${operation.typeName}Result\`${operation.success.result === undefined ? ': nothing' : `: \`${typeText(operation.success.result)}\``}`,
    rowsTable(fieldRows(model.document, operation.success.result)),
    '## Errors',
    errorTable(operation) || 'None is documented; what fails on the way is an error of every call.',
    ...effects(model, operation),
    ...standing(operation),
  );
}

function callName({ api }: SdkModel, { group, method }: Operation): string {
  return `${api.name.toLowerCase()}.${group}.${method}`;
}

function groupFile({ groups }: SdkModel, { group }: Operation): string {
  return groups.find(({ name }) => name === group)?.file ?? group;
}

/** How the method is declared, the inputs that a client may hold for all calls left aside. */
function signature(model: SdkModel, operation: Operation): string {
  const { typeName, input } = operation;
  const optional = input.fields.some(({ required }) => required) ? '' : '?';
  const types = callTypes(model, operation).map((type) => `  ${type}`);
  return `${callName(model, operation)}(
  input${optional}: ${typeName}Input,
  options?: CallOptions,
): ${callKind(operation)}Call<
${types.join(',\n')}
>`;
}

/** The call in each style, with what it requires; they compile. */
function callExamples(model: SdkModel, operation: Operation): string[] {
  const { api } = model;
  const root = api.name.toLowerCase();
  const given = sampleCalls(model, operation)[0]?.input ?? {};
  const input = Object.keys(given).length === 0 ? '' : JSON.stringify(given, null, 2);
  const made = `const ${root} = new ${api.name}({ token: process.env['WEBWORK_TOKEN'] });`;
  const { name } = operation;
  const file = groupFile(model, operation);
  return [
    block(
      'ts',
      `import { ${api.name} } from '${api.scope}/client';\n\n${made}\nconst result = await ${callName(model, operation)}(${input});\nconsole.log(result);`,
    ),
    'The same for a small bundle, and as a hook:',
    block(
      'ts',
      `import { api, createClient } from '${api.scope}/client/runtime';\nimport { ${name} } from '${api.scope}/client/${file}';\n\nconst client = createClient(api, { token: process.env['WEBWORK_TOKEN'] });\nconsole.log(await ${name}(client${input === '' ? '' : `, ${input}`}));`,
    ),
    block('tsx', hookExample(model, operation, input)),
  ];
}

function hookExample({ api }: SdkModel, operation: Operation, input: string): string {
  const { typeName } = operation;
  const hook = `use${typeName}${isQuery(operation) ? 'Query' : 'Mutation'}`;
  const from = `import { ${hook} } from '${api.scope}/react-query';\n\nexport function Example() {\n`;
  return isQuery(operation)
    ? `${from}  const { data, error } = ${hook}(${indented(input)});\n  return <pre>{error?.message ?? JSON.stringify(data)}</pre>;\n}`
    : `${from}  const { mutate, error } = ${hook}();\n  return <button onClick={() => mutate(${indented(input)})}>{error?.message ?? 'Go'}</button>;\n}`;
}

const indented = (text: string): string => text.replaceAll('\n', '\n  ');
const block = (language: string, code: string): string => `\`\`\`${language}\n${code}\n\`\`\``;

function inputTable({ document }: SdkModel, { input, parameters }: Operation): string {
  const properties = Object(input.schema['properties']);
  const rows = input.fields.map(({ name, in: place, required }) => {
    const schema: unknown =
      Reflect.get(Object(properties), name) ?? parameters.find((each) => each.name === name)?.schema;
    return [
      codeCell(name),
      codeCell(typeText(schema)),
      place,
      required ? 'yes' : '',
      cell(meaning(document, schema)),
    ];
  });
  return table(['field', 'type', 'sent in', 'required', 'meaning'], rows);
}

function rowsTable(rows: ReturnType<typeof fieldRows>): string {
  return table(
    ['field', 'type', 'always there', 'meaning'],
    rows.map(({ name, type, isRequired, text }) => [
      codeCell(name),
      codeCell(type),
      isRequired ? 'yes' : '',
      cell(text),
    ]),
  );
}

function errorTable({ errors }: Operation): string {
  const rows = errors.map(({ status, schema, description }) => [
    status,
    schema === undefined ? '' : codeCell(typeText(schema)),
    cell(description),
  ]);
  return table(['status', 'body', 'when'], rows);
}

/** What a mutation does to cached queries, or which mutations do something to this one. */
function effects(model: SdkModel, operation: Operation): string[] {
  const links = new Map(
    model.operations.map((each) => [each.id, `[${each.id}](${operationAddress(model, each)})`]),
  );
  const own = operation.cacheEffects.map(({ query, kind, reason }) => [
    links.get(query) ?? query,
    kind,
    cell(reason),
  ]);
  const by = model.operations.flatMap(({ id, cacheEffects }) =>
    cacheEffects
      .filter(({ query }) => query === operation.id)
      .map(({ kind, reason }) => [links.get(id) ?? id, kind, cell(reason)]),
  );
  const rows = isQuery(operation) ? by : own;
  if (rows.length === 0) return [];
  return ['## Cache effects', table([isQuery(operation) ? 'mutation' : 'query', 'does', 'because'], rows)];
}

function standing({ evidence: word }: Operation): string[] {
  if (word === undefined) return [];
  return [
    '## How well this is known',
    `\`${word}\`: ${evidence[word] ?? 'see the provenance of the document.'}`,
  ];
}
