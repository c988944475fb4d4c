import type { ReceivedRequest } from './answer.ts';

/**
 * The request with one part of its form for all that have the same name, their values in a list: of those, Prism takes
 * the last one for the value. Any other request is what it was.
 */
export async function withListsAsParts(request: ReceivedRequest): Promise<ReceivedRequest> {
  const [type = ''] = request.headers['content-type'] ?? [];
  if (!/^multipart\/form-data\b/i.test(type)) return request;
  const form = await formIn(request.body, type);
  const names = [...(form?.keys() ?? [])];
  const repeated = new Set(names.filter((name, at) => names.indexOf(name) < at));
  if (form === undefined || repeated.size === 0) return request;
  for (const name of repeated) {
    const values = form.getAll(name).map((value) => (typeof value === 'string' ? value : value.name));
    form.set(name, JSON.stringify(values));
  }
  const encoded = new Response(form);
  const headers = { ...request.headers, 'content-type': [encoded.headers.get('content-type') ?? type] };
  return { ...request, headers, body: Buffer.from(await encoded.arrayBuffer()) };
}

/** Undefined where the body is no such form; what is wrong with it is for Prism to say. */
async function formIn(body: Uint8Array, type: string): Promise<FormData | undefined> {
  try {
    return await new Response(Uint8Array.from(body), { headers: { 'content-type': type } }).formData();
  } catch {
    return undefined;
  }
}
