import { posix } from 'node:path';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { RepositoryPage } from './repository-pages.ts';

/** A piece of Markdown and what stands there instead. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * A page with its links as the site has them. What leads to a page of the site leads there; pictures are looked for
 * in `/screenshots`; what leads to another file of the repository becomes its name: the site does not have it.
 */
export function withSiteLinks({ source, text }: RepositoryPage, pages: readonly RepositoryPage[]): string {
  const edits = linksIn(fromMarkdown(text)).flatMap((node): Edit[] => {
    const [start, end] = [node.position?.start.offset, node.position?.end.offset];
    if (start === undefined || end === undefined || /^(?:[a-z]+:|#)/.test(node.url)) return [];
    const whole = text.slice(start, end);
    const address = siteAddress(node.url, source, pages);
    if (node.type === 'image')
      return [{ start, end, text: whole.replace(node.url, `/screenshots/${posix.basename(node.url)}`) }];
    if (address !== undefined)
      return [{ start, end, text: whole.replace(`](${node.url})`, `](${address})`) }];
    return [{ start, end, text: whole.slice(1, whole.lastIndexOf('](')) }];
  });
  return edits
    .toSorted((left, right) => right.start - left.start)
    .reduce(
      (edited, { start, end, text: piece }) => edited.slice(0, start) + piece + edited.slice(end),
      text,
    );
}

function siteAddress(url: string, source: string, pages: readonly RepositoryPage[]): string | undefined {
  const [path = '', anchor] = url.split('#');
  const target = posix.join(posix.dirname(source), path).replace(/\/$/, '');
  const page = pages.find((each) => each.source === target || each.source === `${target}/README.md`);
  return page && page.address + (anchor === undefined ? '' : `#${anchor}`);
}

type Linking = Extract<Nodes, { type: 'link' | 'image' }>;

function linksIn(node: Nodes): Linking[] {
  const own: Linking[] = node.type === 'link' || node.type === 'image' ? [node] : [];
  return 'children' in node ? [...own, ...node.children.flatMap((child) => linksIn(child))] : own;
}
