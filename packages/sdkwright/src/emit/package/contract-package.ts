import type { SdkModel } from '../../model/sdk-model.ts';
import { leftOut } from '../contract-tests/left-out.ts';
import { begun, type File } from '../file.ts';
import { jsonDocument, jsonLiteral, singleLine } from '../literal.ts';
import { compilerSettings } from './compiler-settings.ts';
import { describe } from './package-target.ts';
import { versions } from './versions.ts';

/** A private package that calls every operation through the client and through the hooks, against the mock. */
export function emitContractPackage(model: SdkModel): File[] {
  const { scope, title } = model.api;
  const siblings = ['client', 'mock', 'react-query', 'types'].map((name) => [
    `${scope}/${name}`,
    'workspace:*',
  ]);
  const manifest = {
    name: `${scope}/contract-tests`,
    version: '0.0.0',
    private: true,
    description: describe('contract-tests', singleLine(title)),
    type: 'module',
    scripts: { typecheck: 'tsc -p tsconfig.json --noEmit', test: 'vitest run' },
    devDependencies: {
      ...Object.fromEntries(siblings),
      '@tanstack/react-query': versions.reactQuery,
      '@types/node': versions.typesNode,
      '@types/react': versions.typesReact,
      react: versions.react,
      typescript: versions.typescript,
      vitest: versions.vitest,
    },
  };
  // The declarations of test tools are not ours to check.
  const settings = compilerSettings({ types: ['node'], skipLibCheck: true, isolatedDeclarations: false });
  return begun('contract-tests', {
    'package.json': jsonDocument(manifest),
    'tsconfig.json': jsonDocument({ ...settings, exclude: ['src/generated/example-types.ts'] }),
    'README.md': readme(model),
    'vitest.config.ts': config,
    'src/contract-case.ts': contractCase(model),
    'src/contract.test.ts': contractTest(model),
  });
}

const config = `import { defineConfig } from 'vitest/config';

// A call takes milliseconds; the mock a second to start, or a minute where schemas refer to themselves.
export default defineConfig({
  test: { include: ['src/**/*.test.ts'], testTimeout: 20_000, hookTimeout: 120_000 },
});
`;

function readme({ api }: SdkModel): string {
  return `# Contract tests

Private. Makes every operation of ${singleLine(api.title)} happen through the built packages, against one Prism mock of the document: each with its required inputs and with all of them, and each documented error, once through \`${api.scope}/client\` and once through \`${api.scope}/react-query\`. A call passes when one request arrives, Prism holds nothing against it, and it ends with the documented status.

\`src/generated\` holds the cases; \`src/contract-case.ts\` and \`src/contract.test.ts\` are yours. \`leftOut\` in the latter names the operations that are not called, and why. The compiler does not read \`src/generated/example-types.ts\`, which gives every example of the document its type: take it out of \`exclude\` in \`tsconfig.json\` to hold the examples to their schemas.
`;
}

function contractCase({ api }: SdkModel): string {
  return `import { MutationObserver, QueryClient, type QueryKey } from '@tanstack/react-query';
import type { ${api.name}, CallOptions } from '${api.scope}/client';

/** What a call is made with, and the status that the document promises. */
interface Call {
  readonly name: string;
  readonly input: unknown;
  readonly request: { readonly path: string; readonly query: readonly (readonly [string, string])[]; readonly body?: unknown; readonly contentType?: string };
  readonly response: { readonly status: number; readonly body?: unknown; readonly data?: unknown };
}

interface Facts {
  readonly operation: string;
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly string[];
  readonly bodyFields: readonly string[];
  readonly statuses: readonly number[];
  readonly secured: boolean;
  readonly calls: readonly Call[];
  readonly errors: readonly { readonly status: number; readonly body?: unknown }[];
}

interface Query<Input> {
  readonly kind: 'query';
  readonly reactQuery: (client: ${api.name}, input: Input) => { readonly queryKey: QueryKey; readonly queryFn?: unknown };
}

interface Mutation<Input> {
  readonly kind: 'mutation';
  readonly reactQuery: (client: ${api.name}) => { readonly mutationFn?: ((input: Input, context: never) => Promise<unknown>) | undefined };
}

/** One operation as the generator writes it. Inputs come from the document's examples, which may be wrong. */
type Definition<Input> = Facts & (Query<Input> | Mutation<Input>) & {
  readonly client: (client: ${api.name}, input: Input, options: CallOptions) => PromiseLike<unknown>;
};

/** One operation, ready to be called. */
export interface ContractCase extends Facts {
  readonly throughClient: (client: ${api.name}, call: Call, options: CallOptions) => PromiseLike<unknown>;
  readonly throughReactQuery: (client: ${api.name}, call: Call) => Promise<unknown>;
}

export function defineCase<Input>(definition: Definition<Input>): ContractCase {
  return {
    ...definition,
    throughClient: (client, { input }, options) => definition.client(client, input as Input, options),
    throughReactQuery: async (client, { input }) => {
      const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } });
      if (definition.kind === 'query')
        return await queryClient.fetchQuery(definition.reactQuery(client, input as Input) as { queryKey: QueryKey });
      const options = definition.reactQuery(client) as { mutationFn: (input: Input) => Promise<unknown> };
      return await new MutationObserver(queryClient, options).mutate(input as Input);
    },
  };
}
`;
}

function contractTest(model: SdkModel): string {
  const { api } = model;
  const keys = Object.fromEntries(api.auth.map(({ name }) => [name, 'name:password']));
  const credentials = api.auth.length === 0 ? '' : `token: 'name:password', keys: ${jsonLiteral(keys)}, `;
  return `import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ApiError, ${api.name} } from '${api.scope}/client';
import { startMock, type Mock } from '${api.scope}/mock';
import { cases } from './generated/index.ts';

/** Operations that the mock cannot take or answer as the document says, and why. */
const leftOut = new Map<string, string>(${jsonLiteral(leftOut(model))});
const called = cases.filter(({ operation }) => !leftOut.has(operation));

let mock: Mock;
beforeAll(async () => {
  mock = await startMock();
});
beforeEach(() => mock.clear());
afterAll(() => mock.close());

function connect(headers: Record<string, string> = {}): ${api.name} {
  return new ${api.name}({ ${credentials}baseUrl: mock.url, headers, retries: 0, rateLimit: false });
}

/** What is wrong with a call, and with the one request that should have arrived. */
async function problems(status: number, call: () => PromiseLike<unknown>): Promise<string[]> {
  // Thrown, a failure would hide what the mock says of the request.
  const failures = await Promise.resolve().then(call).then(() => [], (error: unknown) => [String(error)]);
  const [request, ...others] = mock.requests;
  return [
    ...failures,
    ...(request === undefined ? ['no request arrived'] : []),
    ...(request === undefined || request.status === status ? [] : [\`the status is \${request.status}, not \${status}\`]),
    // What Prism makes up for an answer without an example is not always what the schema asks for.
    ...(request?.violations ?? [])
      // A warning tells of what is deprecated.
      .filter(({ location, severity }) => location[0] === 'request' && severity === 'Error')
      .map(({ location, message }) => \`\${location.join('.')}: \${message}\`),
    ...others.map(({ method, path }) => \`\${method} \${path} arrived too\`),
  ];
}

describe.each(called)('$operation', (operation) => {
  const [first] = operation.calls;

  test.each(operation.calls)('through the client, with its $name inputs', async (call) => {
    const { status } = call.response;
    expect(await problems(status, () => operation.throughClient(connect(), call, {}))).toEqual([]);
  });

  test.each(operation.calls)('through react-query, with its $name inputs', async (call) => {
    const { status } = call.response;
    expect(await problems(status, () => operation.throughReactQuery(connect(), call))).toEqual([]);
  });

  test.each(operation.errors)('fails with $status', async ({ status }) => {
    if (first === undefined) throw new Error('the operation has no call');
    // Errors may come as another media type than answers do.
    const headers = { prefer: \`code=\${status}\`, accept: '*/*' };
    const failing = async (): Promise<void> =>
      await expect(operation.throughClient(connect(), first, { headers })).rejects.toBeInstanceOf(ApiError);
    expect(await problems(status, failing)).toEqual([]);
  });
});

test('only operations of the document are left out', () => {
  const operations = cases.map(({ operation }) => operation);
  expect(operations).toEqual(expect.arrayContaining([...leftOut.keys()]));
});
`;
}
