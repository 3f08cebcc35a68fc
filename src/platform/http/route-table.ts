import type { FastifyInstance } from 'fastify';

/** Knows every route, so that a wrong verb on a known path is 405 with `Allow` and not 404. */
export class RouteTable {
  private readonly routes: { pattern: RegExp; method: string }[] = [];

  /** Must run before routes are added. */
  watch(fastify: FastifyInstance): void {
    fastify.addHook('onRoute', ({ url, method }) => {
      if (url.includes('*')) return;
      const pattern = new RegExp(`^${url.replace(/\/$/, '').replaceAll(/:[^/]+/g, '[^/]+')}/?$`);
      for (const verb of [method].flat()) this.routes.push({ pattern, method: verb });
    });
  }

  /** The verbs that the path of this URL knows; none = the path itself is unknown. */
  allowed(url: string): string[] {
    const path = url.split('?', 1)[0] ?? '';
    const verbs = this.routes
      .filter(({ pattern }) => pattern.test(path))
      .map(({ method }) => method);
    return [...new Set(verbs)];
  }
}
