const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

/** The operations of a document, told by its paths alone. */
export function countOperations(document: object): number {
  const paths: unknown = Reflect.get(document, 'paths');
  const items = Object.values(Object(paths));
  return items.reduce<number>(
    (sum, item) => sum + methods.filter((method) => method in Object(item)).length,
    0,
  );
}
