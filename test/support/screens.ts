import type { DeclaredRoute } from '../../src/platform/http/declared-routes.js';
import type { Visitor } from './visitor.js';

/** A route of a screen, with an address of it that a link leads to. */
export interface Screen {
  readonly route: string;
  readonly path: string;
}

export const isScreen = ({ access }: DeclaredRoute): boolean =>
  access !== 'public' && access.credential === 'console-session';

/** `GET /console/members/:customerId` fits `/console/members/7?kind=scan`. */
function fits(address: string, path: string): boolean {
  const [route = [], own = []] = [address.split(' ')[1] ?? '', path.split('?', 1)[0] ?? ''].map(
    (one) => one.split('/'),
  );
  return (
    route.length === own.length &&
    route.every((part, at) => part === own[at] || (part.startsWith(':') && own[at] !== ''))
  );
}

/** Literal addresses win over those with parameters, as in the router. */
export const routeOf = (addresses: readonly string[], path: string): string | undefined =>
  [...addresses]
    .sort((a, b) => a.split(':').length - b.split(':').length)
    .find((address) => fits(address, path));

const linksIn = (html: string): string[] =>
  [...html.matchAll(/href="(\/console[^"#]*)"/g)].map(([, link = '']) =>
    link.replaceAll('&amp;', '&'),
  );

/** Follows links from `start`, once for each route, as somebody who looks at everything. */
export async function reachedFrom(
  start: string,
  { visitor, addresses }: { visitor: Visitor; addresses: readonly string[] },
): Promise<{ screens: Screen[]; faults: string[] }> {
  const found = new Map<string, string>();
  const faults: string[] = [];
  const waiting = [start];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const route = routeOf(addresses, path);
    if (route === undefined || found.has(route)) continue;
    found.set(route, path);
    const { status, text, headers } = await visitor.get(path);
    if (status >= 400) faults.push(`${path}: ${status}`);
    waiting.push(...linksIn(text), ...linksIn(`href="${headers.get('location') ?? ''}"`));
  }
  const screens = [...found].map(([route, path]) => ({ route, path }));
  return { screens, faults };
}
