/**
 * Control and format characters, line ends among them: they end a line, turn the reading direction or are not seen.
 * Half a surrogate pair is none of these, but no UTF-8 file can hold it.
 */
const unsafe = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** Nearly every text of a document is a line of these, and needs no closer look. */
const plainLine = /^[ -~]*$/;

/** A JavaScript string literal that holds exactly this text. */
export function stringLiteral(text: string): string {
  const literal = JSON.stringify(text);
  return plainLine.test(literal) ? literal : literal.replace(unsafe, escapeCharacter);
}

/** A JavaScript literal of a JSON value; `__proto__` stays an own key. */
export function jsonLiteral(value: unknown): string {
  if (typeof value === 'string') return stringLiteral(value);
  if (Array.isArray(value)) return `[${value.map(jsonLiteral).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value).filter(([, field]) => field !== undefined);
    return `{ ${fields.map(([key, field]) => `${objectKey(key)}: ${jsonLiteral(field)}`).join(', ')} }`;
  }
  return value === undefined ? 'undefined' : JSON.stringify(value);
}

/** A file of JSON. */
export function jsonDocument(value: object): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

/** A property name in an object literal or a type. */
export function propertyKey(key: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : stringLiteral(key);
}

/** A property name in an object literal; plain `__proto__` would set the prototype. */
export function objectKey(key: string): string {
  return key === '__proto__' ? '["__proto__"]' : propertyKey(key);
}

/** One line of plain text, for comments that end with the line. */
export function singleLine(text: string): string {
  return text.replace(/\s+/g, ' ').replace(unsafe, '').trim();
}

/** Text that cannot end the comment it stands in, nor carry invisible characters. */
export function commentText(text: string): string {
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/);
  const clean = lines.map((line) =>
    (plainLine.test(line) ? line : line.replaceAll('\t', '  ').replace(unsafe, '')).trimEnd(),
  );
  // Last, since what was left out may have stood between the two characters.
  return clean.join('\n').replaceAll('*/', '*\\/');
}

function escapeCharacter(character: string): string {
  const units = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
}
