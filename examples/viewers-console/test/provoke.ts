import type { Page } from 'playwright-core';

/** `POST /project-viewers/{viewerId}/restore`, by a method and a part of the path that only it has. */
type Call = readonly [method: string, path: RegExp];

/** From now on the mock answers this call with this documented status. The result ends that. */
export async function provoke(
  page: Page,
  [method, path]: Call,
  status: number,
): Promise<() => Promise<void>> {
  const isApi = (url: URL): boolean => path.test(url.pathname);
  await page.route(isApi, (route, request) =>
    request.method() === method
      ? route.continue({ headers: { ...request.headers(), prefer: `code=${status}` } })
      : route.fallback(),
  );
  return () => page.unroute(isApi);
}

/** From now on this call waits. The result lets it go on. */
export async function hold(page: Page, [method, path]: Call): Promise<() => void> {
  let open: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  await page.route(
    (url) => path.test(url.pathname),
    async (route, request) => {
      if (request.method() === method) await gate;
      await route.fallback();
    },
  );
  return open;
}
