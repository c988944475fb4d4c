/** A list whose pages can be walked. */
interface Paged<Page> {
  pages(): AsyncGenerator<Page, void>;
}

/**
 * The pages of a list, with the next one under way while the last is worked on:
 * `for await (const page of prefetched(webwork.tasks.list()))`. Costs one request too many where the walk is
 * given up early.
 */
export async function* prefetched<Page>(list: Paged<Page>): AsyncGenerator<Page, void> {
  const pages = list.pages();
  let next = pages.next();
  try {
    for (;;) {
      const { value, done } = await next;
      if (done) return;
      next = pages.next();
      // Its failure is for whoever asks for the page; nobody may.
      next.catch(() => {});
      yield value;
    }
  } finally {
    void pages.return();
  }
}
