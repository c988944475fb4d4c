/**
 * One spelling for all the percent-encodings that mean the same. Raw `/`, `,`, `|` and `+` stay apart from their
 * escaped forms, because in a path or a list they separate and escaped they are part of a value.
 */
export function canonicalWireText(text: string): string {
  return text
    .split(/([/,|+])/)
    .map((part, index) => (index % 2 === 1 ? part : recoded(part)))
    .join('');
}

function recoded(text: string): string {
  try {
    return encodeURIComponent(decodeURIComponent(text));
  } catch {
    return text; // a lone % stays what it is, and so differs from the %25 it should have been
  }
}
