import type { Mock } from '@webwork-sdk/mock';

/** What reached the mock with this method, as `POST /path {"the":"body"}`; `GET` with its query instead. */
export function asked(mock: Mock, ...methods: readonly string[]): readonly string[] {
  return mock.requests
    .filter(({ method }) => methods.includes(method))
    .map(({ method, path, query, body }) =>
      method === 'GET'
        ? `GET ${path}?${query.map(([name, value]) => `${name}=${decodeURIComponent(value)}`).join('&')}`
        : `${method} ${path} ${body}`.trim(),
    );
}
