import type { FastifyRequest } from 'fastify';

/** Where people log in, and where they prove once more who they are. */
export const LOG_IN_PAGE = '/console/login';
export const CONFIRM_PAGE = '/console/confirm';

const LONGEST = 500;

/** The address of a page that leads back to the one at which this request was interrupted. */
export function interruptedAt(page: string, request: FastifyRequest): string {
  const back = pageOf(request);
  return back.length > LONGEST ? page : `${page}?to=${encodeURIComponent(back)}`;
}

/** The page itself; of a form the nearest page above the address to which it was sent. */
function pageOf({ method, url, routeOptions, server }: FastifyRequest): string {
  if (method === 'GET') return url;
  const route = (routeOptions.url ?? '/').split('/');
  const [address = '/'] = url.split('?', 1);
  const path = address.split('/');
  const isPage = () => server.hasRoute({ method: 'GET', url: route.join('/') });
  while (route.length > 2 && !isPage()) {
    route.pop();
    path.pop();
  }
  return path.join('/');
}
