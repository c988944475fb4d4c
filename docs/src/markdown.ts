/** Text of the document in a Markdown page: neither HTML nor what Vue would evaluate. */
export function prose(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('{{', '&#123;&#123;')
    .replaceAll(/\r?\n(?=\S)/g, '\n');
}

/** The same in a cell of a table. */
export function cell(text: string): string {
  return prose(text.replaceAll(/\s*\n\s*/g, ' ')).replaceAll('|', '\\|');
}

/** A word of code in a cell. */
export function codeCell(text: string): string {
  return text === '' ? '' : `\`${text.replaceAll('`', "'").replaceAll('|', '\\|')}\``;
}

/** A table; nothing where it has no rows. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Sections with a blank line between them; those without content are left out. */
export function sections(...parts: readonly string[]): string {
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}
