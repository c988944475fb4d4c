import type { JsonObject } from './json-schema.ts';

/** What a document lets one infer of the things it manages and of what its operations do. Plain JSON. */
export interface InferredApi {
  readonly resources: readonly Resource[];
  readonly operations: readonly InferredOperation[];
}

/** Things of one kind, such as project viewers. */
export interface Resource {
  /** Path of the list, which is also the resource's name: `/project-viewers`. */
  readonly path: string;
  /** Path of one item; undefined where no operation works on a single one. */
  readonly itemPath: string | undefined;
  /** What one is called: `project viewer`. */
  readonly singular: string;
  readonly plural: string;
  /** The field that the last parameter of `itemPath` holds; undefined where items have none. */
  readonly idField: string | undefined;
  /** Schemas of the fields, those of the list and those of the single item together. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly required: readonly string[];
  /** Inputs that say whose items are meant, such as a workspace: items of another one are not seen. */
  readonly scope: readonly ScopeKey[];
  /** Items above in the path that must exist, the outermost first. */
  readonly parents: readonly Parent[];
  readonly references: readonly Reference[];
  readonly counts: readonly Count[];
  /** The items that the document shows. */
  readonly examples: readonly JsonObject[];
  /** The id with which the document shows requests for one item; undefined where it shows none. */
  readonly exampleId: unknown;
}

export interface ScopeKey {
  readonly name: string;
  /** True where items have a field of that name, which then decides. */
  readonly isField: boolean;
  /** Where the document's examples belong; undefined where it shows no value, and they are seen everywhere. */
  readonly example: unknown;
}

export interface Parent {
  readonly resource: string;
  readonly parameter: string;
}

/** Fields that repeat another resource's: `project_id` names a project, `project_name` repeats its name. */
export interface Reference {
  /** The array of objects in which it stands; undefined for the item's own fields. */
  readonly within: string | undefined;
  /** The field that holds the other's id. */
  readonly key: string;
  readonly resource: string;
  readonly copies: readonly Copy[];
}

export interface Copy {
  readonly field: string;
  /** The field of the other resource. */
  readonly from: string;
}

/** A field that counts the items of another resource: `contracts_count`. */
export interface Count {
  readonly field: string;
  readonly resource: string;
  /** The counted items' field that holds this item's id. */
  readonly key: string;
}

export interface InferredOperation {
  /** The operationId, else method and path. */
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly behaviour: Behaviour;
  /** In words: `list project viewers`. */
  readonly does: string;
}

/** What a request does to the state, and what of the state its answer holds. */
export type Behaviour =
  | ListBehaviour
  | ItemBehaviour
  | CreateBehaviour
  | UpdateBehaviour
  | SetBehaviour
  | ListFieldBehaviour
  | ElementBehaviour
  | { readonly kind: 'example' };

interface OnResource {
  /** Path of the resource. */
  readonly resource: string;
  /** Where the answer holds the item or the items; undefined where it holds neither. */
  readonly answer: AnswerPlace | undefined;
}

export interface AnswerPlace {
  /** JSON pointer into the body. */
  readonly pointer: string;
  /** Of the item. */
  readonly schema: unknown;
  /** Whether an item of the resource stands there, or an object that only speaks of one. */
  readonly isItem: boolean;
}

export interface ListBehaviour extends OnResource {
  readonly kind: 'list';
  readonly filters: readonly Filter[];
  /** Query parameters that no field answers to. */
  readonly ignored: readonly string[];
  readonly paging: Paging;
}

export interface Filter {
  readonly parameter: string;
  readonly field: string;
  readonly match: 'equals' | 'contains' | 'from' | 'to';
}

export interface Paging {
  /** Query parameter with the number of the page. */
  readonly page: string | undefined;
  /** Number of the first page. */
  readonly firstPage: number;
  /** Query parameter with how many items to leave out. */
  readonly offset: string | undefined;
  /** Query parameter with the id of the item that the page follows. */
  readonly after: string | undefined;
  /** Query parameter that takes what the page before said comes next. */
  readonly cursor: string | undefined;
  /** Query parameter with how many items a page has. */
  readonly size: string | undefined;
  readonly defaultSize: number | undefined;
  /** Pointer to the object with the totals; null where there is none, undefined where it has to be found. */
  readonly info: string | null | undefined;
}

export interface ItemBehaviour extends OnResource {
  readonly kind: 'get' | 'remove' | 'archive' | 'restore';
}

export interface CreateBehaviour extends OnResource {
  readonly kind: 'create';
  readonly sent: readonly SentField[];
  /** The item that the document shows as just created. */
  readonly example: JsonObject | undefined;
}

export interface UpdateBehaviour extends OnResource {
  readonly kind: 'update';
  readonly sent: readonly SentField[];
  /** Where the id is: in the path, or in the body. */
  readonly idIn: 'path' | 'body';
}

/** A field of the body and the field of the item that it becomes. */
export interface SentField {
  readonly input: string;
  readonly field: string;
  /** What the field becomes when it is not sent. */
  readonly default: unknown;
  /** The field takes this field of the resource whose id was sent. */
  readonly via: { readonly resource: string; readonly from: string } | undefined;
}

export interface SetBehaviour extends OnResource {
  readonly kind: 'set';
  readonly verb: string;
  /** Fields with the values that the verb gives them. */
  readonly values: Readonly<JsonObject>;
  readonly sent: readonly SentField[];
}

export interface ListFieldBehaviour extends OnResource {
  readonly kind: 'list-field';
  /** The array of objects in the item. */
  readonly field: string;
}

export interface ElementBehaviour extends OnResource {
  readonly kind: 'add' | 'take';
  /** The array of objects in the item. */
  readonly field: string;
  /** The element's field that says which one it is. */
  readonly key: string;
  /** The path parameter or body field with its value. */
  readonly input: string;
  /** True where the other resource has to have it. */
  readonly mustExist: boolean;
}
