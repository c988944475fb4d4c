import RandExp from 'randexp';

/** What a text may be chosen from: a number of repetitions, or the place of a character or an alternative. */
type Choose = (from: number, to: number) => number;

/** A document may repeat what it repeats, and ask for more characters than there is memory. */
const mostChoices = 2_000;
const mostRepetitions = 200;
const longestPattern = 1_000;

/** What looks around, refers back, or names characters by what they are: the generator does not heed it. */
const unheeded = /\(\?[=!<]|\\[bBkpPu1-9]/;

/** What repeats as seldom as may be: the generator would take its `?` for "or not at all". */
const lazy = /\\.|\[(?:\\.|[^\]\\])*\]|([*+?}])\?/gs;

/**
 * A text that a pattern of JSON Schema (ECMA-262) allows, of the lengths wanted; always the same one. Undefined where
 * none is known. It is not tried against the pattern: a hostile one can take for ever over that.
 */
export function textMatching(
  pattern: string,
  least: number = 0,
  most: number = Infinity,
): string | undefined {
  if (pattern.length > longestPattern || unheeded.test(pattern)) return undefined;
  // No longer than it must be, with a usual one among the characters; then as long as it may be.
  const ways: Choose[] = [
    (from, to) => (from > 0 ? from : Math.floor(to / 2)),
    (from, to) => Math.min(to, Math.max(from, least)),
    (_from, to) => to,
  ];
  return ways
    .map((choose) => generated(pattern, choose, least))
    .find((text) => text !== undefined && text.length >= least && text.length <= most);
}

function generated(pattern: string, choose: Choose, least: number): string | undefined {
  try {
    const generator = new RandExp(pattern.replaceAll(lazy, (all, quantifier?: string) => quantifier ?? all));
    let choices = 0;
    generator.max = Math.min(least, mostRepetitions);
    generator.randInt = (from, to) => {
      choices += 1;
      if (choices > mostChoices || from > mostRepetitions) throw new RangeError('it repeats too much');
      return Math.min(choose(from, to), from + mostRepetitions);
    };
    return generator.gen();
  } catch {
    // It is no pattern, or one that the generator cannot read.
    return undefined;
  }
}
