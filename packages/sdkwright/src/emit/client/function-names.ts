/** The names of functions in emitted code; what stands in quotes is the document's own text. */
export function functionNames(code: string): string[] {
  const plain = code
    .replace(/(["'])(?:\\.|(?!\1).)*\1/g, "''")
    .replace(/\/\*.*?\*\//g, '')
    .replace(/[\w$]+\s*:/g, '');
  return [...new Set(plain.match(/[A-Za-z]\w*/g) ?? [])].filter((name) => !/^(true|false|null)$/.test(name));
}
