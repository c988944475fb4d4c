import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { httpMethods } from '../model/http-methods.ts';
import { isObject, objectAt, stringAt, type JsonObject } from '../model/json.ts';
import { pointerOf } from '../model/pointer.ts';

/** Names each operation whose id another one already has. */
export function checkOperationIds(document: JsonObject, file: string): Diagnostic[] {
  const first = new Map<string, string>();
  const diagnostics: Diagnostic[] = [];
  for (const [path, item] of Object.entries(objectAt(document, 'paths'))) {
    for (const method of httpMethods) {
      if (!isObject(item) || !isObject(item[method])) continue;
      const id = stringAt(item[method], 'operationId');
      if (id === undefined) continue;
      const label = `${method.toUpperCase()} ${path}`;
      const earlier = first.get(id);
      if (earlier === undefined) first.set(id, label);
      else
        diagnostics.push(
          duplicate(id, earlier, label, { file, pointer: pointerOf('paths', path, method, 'operationId') }),
        );
    }
  }
  return diagnostics;
}

function duplicate(
  id: string,
  earlier: string,
  label: string,
  location: Diagnostic['location'] & object,
): Diagnostic {
  return {
    code: 'operation-id-duplicate',
    severity: 'error',
    message: `operationId "${id}" of ${label} is already the id of ${earlier}`,
    help: 'Rename one of the two in the document, or in an overlay.',
    location,
  };
}
