/**
 * The platform's `Headers`, which knows the names and values that the document promises. In a browser a server of
 * another origin has to expose them (`Access-Control-Expose-Headers`); without that, a promised one is null too.
 */
export interface TypedHeaders<H> extends Headers {
  get<Name extends keyof H & string>(
    name: Name,
  ): {} extends Pick<H, Name> ? Required<H>[Name] | null : H[Name];
  get(name: string): string | null;
}

/** The platform's `Response`, with such headers. */
export type WithHeaders<H> = { readonly headers: TypedHeaders<H> } & Response;
