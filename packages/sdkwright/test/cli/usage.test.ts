import { expect, test } from 'vitest';
import { sdkwright } from './command.ts';

test('--help tells the commands', async () => {
  expect(await sdkwright('.', '--help')).toEqual({
    code: 0,
    stdout: `Usage: sdkwright [options] [command]

OpenAPI 3.0/3.1 document in, typed packages out: types, fetch client,
react-query hooks.

Options:
  -V, --version                    output the version number
  -h, --help                       display help for command

Commands:
  generate [options] <document>    read the document and write the generated
                                   folders; files that did not change are left
                                   alone
  check [options] <document>       list each stale, missing or foreign file in
                                   the generated folders; writes nothing, exits
                                   1 if there is one
  init [options] <document>        begin a repository for a document: packages,
                                   mock, contract tests, changesets and CI, in
                                   an empty folder
  diff [options] <before> <after>  tell what a consumer of the packages notices
                                   between two documents, and the bump of each
  impact [options] <project>       list the places in your own code that an
                                   update of the packages touches, and what to
                                   do there
  help [command]                   display help for command
`,
    stderr: '',
  });
});

test('generate --help tells every flag and an example', async () => {
  expect((await sdkwright('.', 'generate', '--help')).stdout)
    .toBe(`Usage: sdkwright generate [options] <document>

read the document and write the generated folders; files that did not change are
left alone

Arguments:
  document                  path or URL of the OpenAPI document, YAML or JSON

Options:
  --out <folder>            folder of the packages; each target owns
                            <folder>/<target>/src/generated
  --scope <scope>           npm scope of the packages (default: that of the
                            packages in the folder, else @ and the name)
  --overlay <file>          OpenAPI Overlay 1.0 that corrects or completes the
                            document
  --allow-refs <places...>  folders and URLs that the document may refer to,
                            beside its own folder or what is below its URL
  --name <Name>             name of the client class (default: the overlay's
                            x-sdk.name, else the document's title)
  --strict                  take what the packages cannot express for an error
  --target <names...>       what to write (choices: "types", "client",
                            "react-query", "mock", "contract-tests",
                            "provenance", default:
                            ["types","client","react-query"])
  --dry-run                 write nothing, tell what would change
  -h, --help                display help for command

Example:
  sdkwright generate spec/openapi.yaml --overlay spec/overlay.yaml --out packages --name Acme

`);
});

const flags = ['--out', 'packages', '--scope', '@acme'];

const usages = [
  {
    name: 'a flag that is missing',
    args: ['generate', 'good.yaml'],
    want: "error: required option '--out <folder>' not specified\n",
  },
  {
    name: 'a document that is missing',
    args: ['check', ...flags],
    want: "error: missing required argument 'document'\n",
  },
  { name: 'an unknown command', args: ['make'], want: "error: unknown command 'make'\n" },
  {
    name: 'an unknown target',
    args: ['generate', 'good.yaml', ...flags, '--target', 'go'],
    want: "error: option '--target <names...>' argument 'go' is invalid. Allowed choices are types, client, react-query, mock, contract-tests, provenance.\n",
  },
];

test.each(usages)('$name: what is wrong, where to read on, exit code 1', async ({ args, want }) => {
  expect(await sdkwright('.', ...args)).toEqual({
    code: 1,
    stdout: '',
    stderr: `${want}Run \`sdkwright <command> --help\` for what it takes.\n`,
  });
});
