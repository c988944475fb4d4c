import { Command, Option } from 'commander';
import { targets } from '../emit/targets.ts';
import { generatorName } from '../package-manifest.ts';
import type { DiffFlags } from './diff.ts';
import type { InitOptions } from '../init.ts';
import type { ImpactFlags } from './impact.ts';
import type { CliContext, CliFlags } from './context.ts';

const allowRefs =
  'folders and URLs that the document may refer to, beside its own folder or what is below its URL';

const scopeFlag =
  'npm scope of the packages (default: that of the packages in the folder, else @ and the name)';

/** The command line of sdkwright. Nothing runs until `parseAsync` is called, and then a command loads what it needs. */
export function createProgram(context: CliContext): Command {
  const program = new Command('sdkwright')
    .description('OpenAPI 3.0/3.1 document in, typed packages out: types, fetch client, react-query hooks.')
    .version(generatorName().replace('sdkwright ', ''))
    .configureOutput({ writeOut: context.print, writeErr: context.printError })
    .showHelpAfterError('Run `sdkwright <command> --help` for what it takes.');
  withFlags(program.command('generate'))
    .description(
      'read the document and write the generated folders; files that did not change are left alone',
    )
    .option('--dry-run', 'write nothing, tell what would change')
    .action(async (document: string, flags: CliFlags) => {
      const { runGenerate } = await import('./generate.ts');
      context.exit(await runGenerate(document, flags, context));
    })
    .addHelpText(
      'after',
      '\nExample:\n  sdkwright generate spec/openapi.yaml --overlay spec/overlay.yaml --out packages --name Acme\n',
    );
  withFlags(program.command('check'))
    .description(
      'list each stale, missing or foreign file in the generated folders; writes nothing, exits 1 if there is one',
    )
    .action(async (document: string, flags: CliFlags) => {
      const { runCheck } = await import('./check.ts');
      context.exit(await runCheck(document, flags, context));
    });
  withInit(program, context);
  withDiff(program, context);
  withImpact(program, context);
  return program;
}

function withInit(program: Command, context: CliContext): void {
  program
    .command('init')
    .description(
      'begin a repository for a document: packages, mock, contract tests, changesets and CI, in an empty folder',
    )
    .argument('<document>', 'path or URL of the OpenAPI document, YAML or JSON')
    .option('--out <folder>', 'folder of the repository (default: named like the scope, such as acme-sdk)')
    .option('--scope <scope>', scopeFlag)
    .option('--overlay <file>', 'OpenAPI Overlay 1.0 that corrects or completes the document')
    .option('--allow-refs <places...>', allowRefs)
    .option('--name <Name>', "name of the client class (default: x-sdk.name, else the document's title)")
    .action(async (document: string, flags: Omit<InitOptions, 'document'>) => {
      const { runInit } = await import('./init.ts');
      context.exit(await runInit({ ...flags, document }, context));
    })
    .addHelpText('after', '\nExample:\n  sdkwright init openapi.yaml --name Acme --scope @acme\n');
}

function withDiff(program: Command, context: CliContext): void {
  program
    .command('diff')
    .description('tell what a consumer of the packages notices between two documents, and the bump of each')
    .argument('<before>', 'path or URL of the document that was released')
    .argument('<after>', 'path or URL of the document to release')
    .option('--overlay-before <file>', 'OpenAPI Overlay 1.0 of the first document')
    .option('--overlay-after <file>', 'OpenAPI Overlay 1.0 of the second document')
    .option('--allow-refs <places...>', allowRefs)
    .addOption(new Option('--json', 'print the changes as data').conflicts('markdown'))
    .option('--markdown', 'print the changes as a Markdown page')
    .addOption(
      new Option('--fail-on <bump>', 'exit with 1 if a package needs that bump or a higher one').choices([
        'major',
        'minor',
      ]),
    )
    .action(async (before: string, after: string, flags: DiffFlags) => {
      const { runDiff } = await import('./diff.ts');
      context.exit(await runDiff(before, after, flags, context));
    });
}

function withImpact(program: Command, context: CliContext): void {
  program
    .command('impact')
    .description(
      'list the places in your own code that an update of the packages touches, and what to do there',
    )
    .argument('<project>', 'folder with the tsconfig.json of your code, and the packages installed')
    .option(
      '--from <version-or-document>',
      'what your code was written for (default: the installed packages)',
    )
    .requiredOption(
      '--to <version-or-document>',
      'what you update to: a version of the packages, a path or a URL',
    )
    .option('--overlay-from <file>', 'OpenAPI Overlay 1.0 of the first document')
    .option('--overlay-to <file>', 'OpenAPI Overlay 1.0 of the second document')
    .option('--allow-refs <places...>', allowRefs)
    .option('--scope <scope>', 'npm scope of the packages, where your code uses several APIs')
    .addOption(new Option('--json', 'print the places as data').conflicts('markdown'))
    .option('--markdown', 'print the places as a Markdown page')
    .addOption(
      new Option('--fail-on <need>', 'exit with 1 if a place has to change, or if there is any').choices([
        'change',
        'any',
      ]),
    )
    .action(async (project: string, flags: ImpactFlags) => {
      const { runImpact } = await import('./impact.ts');
      context.exit(await runImpact(project, flags, context));
    })
    .addHelpText('after', '\nExample:\n  sdkwright impact . --to 2.0.0 --fail-on change\n');
}

function withFlags(command: Command): Command {
  return command
    .argument('<document>', 'path or URL of the OpenAPI document, YAML or JSON')
    .requiredOption(
      '--out <folder>',
      'folder of the packages; each target owns <folder>/<target>/src/generated',
    )
    .option('--scope <scope>', scopeFlag)
    .option('--overlay <file>', 'OpenAPI Overlay 1.0 that corrects or completes the document')
    .option('--allow-refs <places...>', allowRefs)
    .option(
      '--name <Name>',
      "name of the client class (default: the overlay's x-sdk.name, else the document's title)",
    )
    .option('--strict', 'take what the packages cannot express for an error')
    .addOption(
      new Option('--target <names...>', 'what to write')
        .choices(targets)
        .default(['types', 'client', 'react-query']),
    );
}
