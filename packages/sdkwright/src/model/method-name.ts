import { camelCase, singular, wordsOf } from './names.ts';

/**
 * The method of an operation on its group: the operationId without the group's noun.
 * `getProjectViewers` in "Project Viewers" is `list`, `getProjectViewer` is `get`,
 * `restoreProjectViewer` is `restore`. `repos/list-for-org` in "repos" is `listForOrg`. Where the noun is at
 * neither end of the id, the whole id stays.
 */
export function methodName(operationId: string, groupTitle: string): string {
  const words = wordsOf(operationId);
  const length = wordsOf(groupTitle).length;
  const rest = words.slice(length);
  if (rest.length > 0 && isNoun(words.slice(0, length), groupTitle)) return camelCase(rest.join(' '));
  const [verb = '', ...noun] = words;
  if (!isNoun(noun, groupTitle)) return camelCase(operationId);
  const isPlural = normalise(noun.at(-1) ?? '') !== (noun.at(-1) ?? '').toLowerCase();
  if (/^(get|list|fetch|read)$/i.test(verb)) return isPlural ? 'list' : 'get';
  return verb.toLowerCase();
}

function isNoun(words: readonly string[], groupTitle: string): boolean {
  const wanted = wordsOf(groupTitle).map(normalise).join(' ');
  return words.length > 0 && words.map(normalise).join(' ') === wanted;
}

function normalise(word: string): string {
  return singular(word.toLowerCase());
}
