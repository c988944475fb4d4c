/** The words of a name, in lower case: `viewerId`, `viewer_id` and `viewer-id` are `['viewer', 'id']`. */
export function wordsOf(name: string): string[] {
  return name
    .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
    .replaceAll(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word !== '');
}

/** The same name in any spelling: `project_id` is `projectId`. */
export function isSameName(left: string, right: string): boolean {
  return wordsOf(left).join(' ') === wordsOf(right).join(' ');
}

/** Words with the last one in the singular: `project viewers` is `project viewer`. */
export function singular(words: readonly string[]): string[] {
  return [...words.slice(0, -1), ...words.slice(-1).map(singularWord)];
}

function singularWord(word: string): string {
  if (/[^aeiou]ies$/.test(word)) return `${word.slice(0, -3)}y`;
  if (/(?:ss|us|is|news|series)$/.test(word)) return word;
  if (/(?:s|x|z|ch|sh)es$/.test(word) && !/[^s]ses$/.test(word)) return word.slice(0, -2);
  if (/(?:status|bus|alias|atlas)es$/.test(word)) return word.slice(0, -2);
  return word.endsWith('s') ? word.slice(0, -1) : word;
}

/** Whether `words` end with all of `ending`: `project viewer` ends with `viewer`. */
export function endsWithWords(words: readonly string[], ending: readonly string[]): boolean {
  return ending.length > 0 && words.slice(-ending.length).join(' ') === ending.join(' ');
}

/** What something is after the verb was done to it: `approve` gives `approved`, `submit` gives `submitted`. */
export function participles(verb: string): string[] {
  const irregular = irregularVerbs[verb];
  const stem = verb.endsWith('e') ? verb.slice(0, -1) : verb;
  const consonant = verb.at(-1) ?? '';
  return [
    ...(irregular === undefined ? [] : [irregular]),
    `${stem}ed`,
    `${verb}${consonant}ed`,
    `${verb.replace(/([^aeiou])y$/, '$1i')}ed`,
    `${verb}d`,
  ];
}

const irregularVerbs: Readonly<Record<string, string>> = {
  send: 'sent',
  resend: 'sent',
  withdraw: 'withdrawn',
  hold: 'held',
  freeze: 'frozen',
  begin: 'begun',
  win: 'won',
  lose: 'lost',
  pay: 'paid',
  refund: 'refunded',
  hide: 'hidden',
};
