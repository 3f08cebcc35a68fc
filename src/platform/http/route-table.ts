import type { FastifyInstance } from 'fastify';
import { readablePath } from './surfaces.js';

const USERS_API = '/Api/';
/** Characters may be percent-encoded. */
const MAY_BE_USERS_API = /^\/[aA%]/;

/** Knows every route, so that a wrong verb on a known path is 405 with `Allow` and not 404. */
export class RouteTable {
  private readonly routes: { pattern: RegExp; method: string }[] = [];
  /** The Users API's paths as their routes spell them, by their lower-case form. */
  private readonly spellings = new Map<string, string>();

  /** Must run before routes are added. */
  watch(fastify: FastifyInstance): void {
    fastify.addHook('onRoute', ({ url, method }) => {
      if (url.includes('*')) return;
      if (url.startsWith(USERS_API)) this.spellings.set(url.toLowerCase(), url);
      const pattern = new RegExp(`^${url.replace(/\/$/, '').replaceAll(/:[^/]+/g, '[^/]+')}/?$`);
      for (const verb of [method].flat()) this.routes.push({ pattern, method: verb });
    });
  }

  /** The Users API ignores the case of paths (U-1): from here on the path is as the route spells it. */
  spelled(url: string): string {
    if (!MAY_BE_USERS_API.test(url)) return url;
    const [requested, query] = splitAt(url, url.indexOf('?'));
    const path = readablePath(requested).toLowerCase();
    if (path !== '/api' && !path.startsWith('/api/')) return url;
    const known = this.spellings.get(path.replace(/\/$/, ''));
    return `${known ?? USERS_API + requested.slice(USERS_API.length)}${query}`;
  }

  /** The verbs that the path of this URL knows; none = the path itself is unknown. */
  allowed(url: string): string[] {
    const path = readablePath(url);
    const verbs = this.routes
      .filter(({ pattern }) => pattern.test(path))
      .map(({ method }) => method);
    return [...new Set(verbs)];
  }
}

const splitAt = (text: string, at: number): [string, string] =>
  at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at)];
