const wordPattern = /[\p{Lu}]+(?![\p{Ll}])|[\p{Lu}]?[\p{Ll}\p{Lo}\p{Mn}\p{Mc}]+|[\p{Nd}\p{Nl}]+/gu;

/** Splits any text into its words: `getHTTPStatus v2` gives get, HTTP, Status, v, 2; an apostrophe parts none. */
export function wordsOf(text: string): string[] {
  return text.replace(/(?<=\p{L})['’](?=\p{L})/gu, '').match(wordPattern) ?? [];
}

export function camelCase(text: string): string {
  const [first = '', ...rest] = wordsOf(text);
  return first.toLowerCase() + rest.map(capitalise).join('');
}

export function pascalCase(text: string): string {
  return wordsOf(text).map(capitalise).join('');
}

export function kebabCase(text: string): string {
  return wordsOf(text).join('-').toLowerCase();
}

/** The scope of an API's packages where none is given: `@acme-billing` for `AcmeBilling`. */
export function scopeOf(name: string): string {
  const plain = kebabCase(name)
    .normalize('NFKD')
    .replace(/[^a-z0-9-]/g, '');
  return `@${plain.replace(/^-+/, '').slice(0, 60).replace(/-+$/, '') || 'api'}`;
}

/** What Windows keeps for its devices, whatever stands behind the dot, and what packages have beside their groups. */
const takenFiles = /^(con|prn|aux|nul|com\d|lpt\d|runtime|schemas|oauth|page-orders|openapi|keys)$/;

/** Name of a module. */
export function fileName(text: string, otherwise: string): string {
  const name = shortened(kebabCase(text)) || otherwise;
  return takenFiles.test(name) ? `${name}-${otherwise}` : name;
}

/** File systems take 255 bytes, and a character may have four; behind the name comes `.ts`, or a number. */
function shortened(name: string): string {
  return Array.from(name).slice(0, 60).join('').replace(/-$/, '');
}

/** Keeps a text that already is an identifier; makes one of any other. Never a reserved word. */
export function identifier(text: string, make: (text: string) => string): string {
  const name = /^[\p{ID_Start}_$][\p{ID_Continue}$]*$/u.test(text) ? text : make(text);
  const started = /^[\p{ID_Start}_$]/u.test(name) ? name : `_${name}`;
  return reservedWords.has(started) ? `${started}_` : started;
}

/** Name of a function: camel case. A text that is in camel case already stays, `getHTTPStatus` included. */
export function functionName(text: string): string {
  return identifier(/^[\p{Ll}\p{Lo}][\p{L}\p{M}\p{N}]*$/u.test(text) ? text : camelCase(text), camelCase);
}

/** Name of a type: Pascal case, and never one that would hide a global the emitted code uses. */
export function typeName(text: string): string {
  const plain = /^\p{Lu}[\p{ID_Continue}]*$/u.test(text) ? text : pascalCase(text);
  const name = identifier(plain === '' ? 'Unnamed' : plain, pascalCase);
  return globalTypes.has(name) ? `${name}Schema` : name;
}

/** Gives each text a name of its own; later ones that clash, case aside, get a number. */
export function uniqueNames<T>(items: readonly T[], nameOf: (item: T) => string): string[] {
  const taken = new Set<string>();
  return items.map((item) => {
    const base = nameOf(item);
    let name = base;
    for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = `${base}${number}`;
    taken.add(name.toLowerCase());
    return name;
  });
}

/** English enough for API nouns: policies, balances, members, statuses. */
export function singular(word: string): string {
  if (/ies$/i.test(word)) return `${word.slice(0, -3)}y`;
  if (/(ss|x|ch|sh)es$/i.test(word)) return word.slice(0, -2);
  return /[^s]s$/i.test(word) ? word.slice(0, -1) : word;
}

function capitalise(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
}

const reservedWords: ReadonlySet<string> = new Set(
  `arguments await break case catch class const continue debugger default delete do else enum eval export extends
  false finally for function if implements import in instanceof interface let new null package private protected
  public return static super switch this throw true try typeof undefined var void while with yield`.split(
    /\s+/,
  ),
);

const globalTypes: ReadonlySet<string> = new Set(
  `Array ArrayBuffer AsyncIterable Blob Boolean Date Error Function Headers Map Number Object Omit Partial Pick
  Promise Readonly ReadonlyArray Record RegExp Request Response Set String Symbol URL Uint8Array`.split(
    /\s+/,
  ),
);
