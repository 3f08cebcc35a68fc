import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { DomainError, defineErrors } from '../errors/domain-error.js';
import { surfaceOf } from './surfaces.js';

export const PageErrors = defineErrors('page', {
  crossSite: { kind: 'forbidden', title: 'This form was sent from another site' },
});

const SELF = ["'self'"];
const NOTHING = ["'none'"];
const READING = new Set(['GET', 'HEAD', 'OPTIONS']);
const OWN_SITES = new Set(['same-origin', 'none']);

/**
 * Every answer of the surface `pages`, errors included, gets the headers that keep a page ours: no foreign or
 * inline code, no frame around it, nothing of its address told to others. Forms of other sites are refused (ADR-0005).
 * Cookies are parsed where a page asks for them and nowhere else: other surfaces know none.
 */
export async function addPageSecurity(fastify: FastifyInstance, publicUrl: string): Promise<void> {
  await fastify.register(cookie, { hook: false });
  await fastify.register(helmet, { global: false, ...headers(publicUrl) });
  fastify.addHook('onRequest', (request, reply, done) => {
    if (surfaceOf(request.url).surface !== 'pages') return done();
    void reply.helmet();
    void reply.header('Permissions-Policy', 'camera=(), geolocation=(), microphone=()');
    done(isForeign(request, publicUrl) ? new DomainError(PageErrors.crossSite) : undefined);
  });
}

const headers = (publicUrl: string) => ({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: NOTHING,
      scriptSrc: SELF,
      styleSrc: SELF,
      imgSrc: SELF,
      connectSrc: SELF,
      formAction: SELF,
      frameAncestors: NOTHING,
      baseUri: NOTHING,
      requireTrustedTypesFor: ["'script'"],
    },
  },
  referrerPolicy: { policy: 'no-referrer' as const },
  frameguard: { action: 'deny' as const },
  strictTransportSecurity: publicUrl.startsWith('https:') && { maxAge: 31_536_000 },
});

/**
 * Modern browsers say where a request comes from and no page can forge it. Older ones name the origin of the
 * form; `null` is nobody's. Callers that send neither are no browsers, so they carry nobody's cookies.
 */
export function isForeign(request: FastifyRequest, publicUrl: string): boolean {
  if (READING.has(request.method)) return false;
  const { 'sec-fetch-site': site, origin } = request.headers;
  if (site !== undefined) return typeof site !== 'string' || !OWN_SITES.has(site);
  if (origin === undefined) return false;
  const { protocol, origin: own } = new URL(publicUrl);
  return origin !== own && origin !== `${protocol}//${request.headers.host}`;
}
