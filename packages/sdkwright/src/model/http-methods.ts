/** The fixed fields of a Path Item Object that hold operations (OpenAPI 3.1, section 4.8.9; `query` is of 3.2). */
export const httpMethods: readonly string[] = [
  'get',
  'put',
  'post',
  'delete',
  'options',
  'head',
  'patch',
  'trace',
  'query',
];
