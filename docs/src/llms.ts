import type { Site } from './site.ts';

/**
 * `llms.txt` as llmstxt.org describes it: what this is, and where to read what, for programs that read. Every page
 * is beside it as Markdown.
 */
export function llmsText({ model, repository }: Site, addressOf: (path: string) => string): string {
  const [front, ...others] = repository.toSorted((left, right) => (left.address < right.address ? -1 : 1));
  const line = (title: string, address: string, text: string): string =>
    `- [${title}](${addressOf(address)}.md): ${text.replaceAll(/\s+/g, ' ').trim()}`;
  const pages = others.map(({ title, address, text }) => line(title, address, firstParagraph(text)));
  const operations = model.operations.map((operation) =>
    line(
      operation.id,
      `/operations/${model.groups.find(({ name }) => name === operation.group)?.file}/${operation.id}`,
      `${operation.httpMethod} ${operation.path}. ${operation.summary ?? ''}`,
    ),
  );
  return [
    `# ${front?.title ?? ''}`,
    `> ${firstParagraph(front?.text ?? '')}`,
    `## Documentation\n\n${pages.join('\n')}`,
    `## Operations\n\n${operations.join('\n')}\n`,
  ].join('\n\n');
}

/** What a skill says of itself; else the first text below the title that is neither a comment nor a list nor code. */
function firstParagraph(text: string): string {
  const [, description] = /^---\n[^]*?^description: (.+)$/m.exec(text) ?? [];
  if (description !== undefined) return description;
  const paragraphs = text
    .replace(/^[^]*?^# .+$/m, '')
    .split(/\n{2,}/)
    .map((each) => each.trim());
  return (paragraphs.find((each) => /^[A-Za-z`[]/.test(each)) ?? '').replaceAll('\n', ' ');
}
