/** One page of a list. */
export interface Page<T> {
  readonly items: readonly T[];
  /** For the next page; null after the last one. */
  readonly nextCursor: string | null;
}

/**
 * A list: `for await` walks all its items, page by page; `page()` reads one page only.
 * Nothing is requested before one of both.
 */
export class PagedList<T> implements AsyncIterable<T> {
  readonly #read: (cursor: string | undefined) => Promise<Page<T>>;

  constructor(read: (cursor: string | undefined) => Promise<Page<T>>) {
    this.#read = read;
  }

  /** The first page, or the one that a `nextCursor` leads to. */
  page(cursor?: string): Promise<Page<T>> {
    return this.#read(cursor);
  }

  /** Page by page. */
  async *pages(from?: string): AsyncGenerator<Page<T>, void, undefined> {
    let cursor = from;
    do {
      const page = await this.#read(cursor);
      yield page;
      // A feed always says where to go on later.
      cursor = page.items.length === 0 ? undefined : (page.nextCursor ?? undefined);
    } while (cursor !== undefined);
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T, void, undefined> {
    for await (const { items } of this.pages()) yield* items;
  }

  /** All items, or as many as named. */
  async toArray(most = Number.POSITIVE_INFINITY): Promise<T[]> {
    const found: T[] = [];
    if (most <= 0) return found;
    for await (const item of this) if (found.push(item) >= most) break;
    return found;
  }
}
