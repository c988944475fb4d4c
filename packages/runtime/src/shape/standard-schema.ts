/** The part of Standard Schema V1 that the runtime uses; zod, valibot and arktype schemas are of it. See https://standardschema.dev. */
export interface StandardSchema {
  readonly '~standard': {
    readonly version: 1;
    readonly vendor: string;
    readonly validate: (value: unknown) => StandardResult | Promise<StandardResult>;
  };
}

export interface StandardResult {
  readonly issues?: readonly StandardIssue[] | undefined;
}

/** One thing that is not as the schema says. */
export interface StandardIssue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
}

/** An issue of a shape that was generated from a document. */
export interface ShapeIssue extends StandardIssue {
  readonly path: readonly PropertyKey[];
  /**
   * True for what the document does not mention but does not forbid: a new field, a new enum member. Servers
   * add such things all the time; `validate: 'throw'` lets them pass, `validate: 'report'` tells of them.
   */
  readonly addition: boolean;
}

/** A Standard Schema whose issues tell additions from contradictions. */
export interface ShapeSchema extends StandardSchema {
  readonly '~standard': {
    readonly version: 1;
    readonly vendor: 'sdkwright';
    readonly validate: (value: unknown) => { readonly issues?: readonly ShapeIssue[] };
  };
}
