import { format } from 'oxfmt';
import { buildModel, readDocument, type SdkModel } from 'sdkwright';
import { cell, sections, table } from './markdown.ts';
import { operationAddress, operationPage } from './operation-page.ts';
import { readRepositoryPages, type RepositoryPage } from './repository-pages.ts';
import { withSiteLinks } from './site-links.ts';

/** A page as it is written for VitePress, or a file that is served as it is. */
export interface SitePage {
  readonly address: string;
  readonly title: string;
  readonly text: string;
}

/** All pages of the site, and what the navigation needs to know of them. */
export interface Site {
  readonly model: SdkModel;
  readonly repository: readonly RepositoryPage[];
  readonly pages: readonly SitePage[];
  /** What it is made of: paths below the root, with forward slashes. */
  readonly sources: readonly string[];
}

/** What the packages are called. */
interface Names {
  readonly name: string;
  readonly scope: string;
}

/** The site of a repository like this one: its own Markdown, and a page for each operation of its document. */
export async function readSite(root: string, names: Names): Promise<Site> {
  const spec = ['spec/openapi.yaml', 'spec/overlay.yaml'] as const;
  const document = await readDocument(root + spec[0], { overlay: root + spec[1] });
  const model = buildModel(document, { generator: 'docs-site', ...names });
  const repository = await readRepositoryPages(root);
  const operations = await Promise.all(
    model.operations.map(async (operation) => ({
      address: operationAddress(model, operation),
      title: operation.summary ?? operation.id,
      text: await formatted(operationPage(model, operation)),
    })),
  );
  const written = repository.map((page) => ({ ...page, text: withSiteLinks(page, repository) }));
  const sources = [...spec, ...repository.map(({ source }) => source)];
  return { model, repository, sources, pages: [...written, operationIndex(model), ...operations] };
}

/** Every operation on one page, by group. */
function operationIndex(model: SdkModel): SitePage {
  const groups = model.groups.map((group) => {
    const operations = model.operations.filter((operation) => operation.group === group.name);
    const rows = operations.map((operation) => [
      `[${cell(operation.summary ?? operation.id)}](${operationAddress(model, operation)})`,
      `\`${operation.httpMethod} ${operation.path}\``,
      `\`${operation.group}.${operation.method}\``,
    ]);
    return `## ${group.title}\n\n${table(['operation', 'request', 'call'], rows)}`;
  });
  return { address: '/operations/', title: 'Operations', text: sections('# Operations', ...groups) };
}

/** The code in a page as people write it, narrow enough for the page. */
async function formatted(text: string): Promise<string> {
  const { code } = await format('page.md', text, {
    printWidth: 72,
    singleQuote: true,
    proseWrap: 'preserve',
  });
  return code;
}
