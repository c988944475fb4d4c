import type { DiagnosticCode } from './diagnostics/catalogue.ts';
import { SdkwrightError } from './diagnostics/diagnostic.ts';
import { httpMethods } from './model/http-methods.ts';
import { objectAt, stringAt, type JsonObject } from './model/json.ts';
import { serverUrl } from './model/servers.ts';

/**
 * An answer of another API, of an old cache or of a connection that broke must not turn into a release. Both documents
 * are as their makers wrote them.
 * @throws SdkwrightError `document-other`, `document-incomplete` or `document-older`.
 */
export function refuseStrangers(was: JsonObject, is: JsonObject, file: string): void {
  const titles = [is, was].map((document) => infoOf(document, 'title'));
  if (titles[0] !== titles[1])
    throw refused(
      'document-other',
      `the document is of '${titles[0]}', the current one of '${titles[1]}'`,
      file,
    );
  const servers = [is, was].map((document) => serverUrl(document) ?? 'none');
  if (servers[0] !== servers[1])
    throw refused(
      'document-other',
      `the server of the document is ${servers[0]}, that of the current one ${servers[1]}`,
      file,
    );
  const [version = '', current = ''] = [is, was].map((document) => infoOf(document, 'version'));
  if (isLower(version, current))
    throw refused('document-older', `the document has version ${version}, the current one ${current}`, file);
  const operations = requestsOf(was);
  const left = requestsOf(is).filter((request) => operations.includes(request));
  if (left.length * 2 < operations.length)
    throw refused(
      'document-incomplete',
      `the document has ${left.length} of the ${operations.length} operations of the current one`,
      file,
    );
}

function refused(code: DiagnosticCode, message: string, file: string): SdkwrightError {
  const help = 'Check the path or URL; `--force` takes it all the same.';
  return new SdkwrightError([{ code, severity: 'error', message, help, location: { file } }]);
}

function infoOf(document: JsonObject, name: 'title' | 'version'): string {
  return stringAt(objectAt(document, 'info'), name) ?? '';
}

/** `get /tasks` for each operation. */
function requestsOf(document: JsonObject): string[] {
  const paths = Object.entries(objectAt(document, 'paths'));
  return paths.flatMap(([path, item]) =>
    httpMethods.filter((method) => Object.hasOwn(Object(item), method)).map((method) => `${method} ${path}`),
  );
}

/** Numbers with dots between them are compared; of other versions nobody knows which is first. */
function isLower(version: string, than: string): boolean {
  if (![version, than].every((each) => /^\d+(\.\d+)*$/.test(each))) return false;
  const [left, right] = [version, than].map((each) => each.split('.').map(Number));
  const first = left?.findIndex((part, index) => part !== (right?.[index] ?? 0)) ?? -1;
  return first !== -1 && (left?.[first] ?? 0) < (right?.[first] ?? 0);
}
