/** Replicas of two versions may answer in turn for some minutes: no page reloads itself more often than this. */
const AT_MOST_EVERY_MS = 10 * 60_000;

/** The service was renewed while this page was open: the fresh page wants another script. */
export function isOutdated(fresh: Document): boolean {
  const [ours, theirs] = [scriptOf(document), scriptOf(fresh)];
  return theirs !== undefined && ours !== theirs && performance.now() > AT_MOST_EVERY_MS;
}

const scriptOf = (page: Document) =>
  page.querySelector('script[src]')?.getAttribute('src') ?? undefined;
