// What sdkwright uses of the parser of @hey-api/openapi-ts, which is a package of its own. Its declarations do not
// compile under our flags.
declare module '@hey-api/shared' {
  export interface IrParameter {
    readonly name: string;
    readonly required?: boolean;
    readonly style: string;
    readonly explode: boolean;
    readonly allowReserved?: boolean;
  }

  export interface IrOperation {
    readonly id: string;
    readonly operationId?: string;
    readonly method: string;
    readonly path: string;
    readonly tags?: readonly string[];
    readonly parameters?: {
      readonly [location in 'path' | 'query' | 'header' | 'cookie']?: Readonly<Record<string, IrParameter>>;
    };
    readonly body?: { readonly mediaType: string; readonly required?: boolean };
    readonly security?: readonly unknown[];
  }

  interface Logger {
    timeEvent(name: string): { timeEnd(): void };
  }

  /** What parsing starts from, and where it leaves what it found. */
  export class Context {
    constructor(options: {
      config: { input: readonly object[]; parser: ParserConfig; plugins: object };
      dependencies: object;
      logger: Logger;
      project: undefined;
      spec: object;
    });
    readonly ir: { readonly paths?: Readonly<Record<string, Readonly<Record<string, IrOperation>>>> };
  }

  interface ParserConfig {
    readonly transforms: object;
  }

  /** The configuration of the parser, with what is not given by default. */
  export function getParser(options: { parser: { transforms: { readWrite: boolean } } }): ParserConfig;

  /** Fills `ir` of the context. May write into its `spec`. */
  export function parseOpenApiSpec(context: Context): void;
}
