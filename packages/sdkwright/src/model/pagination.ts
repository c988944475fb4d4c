/** How the pages of a list follow each other. Pointers lead into the response body, names are input fields. */
export type Pagination = PagesByNumber | PagesByOffset | PagesByCursor | PagesByLink;

interface List {
  readonly items: string;
}

/** A list that ends where a page is not full, unless the server counts. */
interface SizedList extends List {
  /** Query parameter that holds the page size, if there is one. */
  readonly size?: string;
  readonly defaultSize?: number;
}

export interface PagesByNumber extends SizedList {
  readonly style: 'page';
  /** Query parameter that holds the page number. */
  readonly page: string;
  /** The number of the first page, where it is not 1. */
  readonly first?: 0;
  /** Where the server says how many pages there are; absent if it does not. */
  readonly last?: string;
}

export interface PagesByOffset extends SizedList {
  readonly style: 'offset';
  /** Query parameter that holds the number of the item to begin with, from 0. */
  readonly offset: string;
  /** Where the server says how many items there are; absent if it does not. */
  readonly total?: string;
}

export interface PagesByCursor extends List {
  readonly style: 'cursor';
  /** Query parameter that holds a place that only the server understands. */
  readonly cursor: string;
  /** Where the server gives the place of the next page; absent if it is a field of the last item. */
  readonly next?: string;
  /** That field. */
  readonly key?: string;
  /** Where the server says whether there are more; absent if it does not. */
  readonly more?: string;
}

export interface PagesByLink extends List {
  readonly style: 'link';
  /** Where the URL of the next page stands. */
  readonly next: string;
  /** The query parameters that this URL is about. */
  readonly inputs: readonly string[];
}
