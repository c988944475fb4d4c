/** Columns of a line of prose; with its place in a class it stays below the width of the code. */
const width = 100;

/** Lines whose breaks mean something in Markdown: indented ones, lists, quotes, tables, headings; and JSDoc tags. */
const keptLine = /^(\s|[|>#@]|[-*+]\s|\d+[.)]\s)/;

/** A word that would begin one of those, or underline the line above, if it stood first. */
const neverFirst = /^([|>#@=]|[-*+]|\d+[.)]$|```|~~~)/;

const fence = /^\s*(```|~~~)/;

/** Breaks lines of prose that are too long at their spaces. Paragraphs, fenced code, tables and lists stay. */
export function wrapProse(text: string): string {
  let isCode = false;
  return text
    .split('\n')
    .flatMap((line) => {
      const isFence = fence.test(line);
      if (isFence) isCode = !isCode;
      return isCode || isFence || line.length <= width || keptLine.test(line) ? [line] : wrapLine(line);
    })
    .join('\n');
}

function wrapLine(line: string): string[] {
  const lines: string[] = [];
  for (const word of line.split(' ')) {
    const last = lines.at(-1);
    const fits = last !== undefined && last.length + 1 + word.length <= width;
    if (last !== undefined && (fits || word === '' || neverFirst.test(word)))
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
