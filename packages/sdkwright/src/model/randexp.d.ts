/** What the package has at run time: the class is the module. Its own declaration has it as a member of that. */
declare module 'randexp' {
  export default class RandExp {
    constructor(source: string);
    /** How many times more than it must be something without a limit may be repeated. */
    max: number;
    randInt: (from: number, to: number) => number;
    gen(): string;
  }
}
