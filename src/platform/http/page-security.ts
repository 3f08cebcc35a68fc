import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import cookie from '@fastify/cookie';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import helmet from 'helmet';
import { DomainError, defineErrors } from '../errors/domain-error.js';
import { surfaceAt } from './surfaces.js';

export const PageErrors = defineErrors('page', {
  crossSite: { kind: 'forbidden', title: 'This form was sent from another site' },
});

const SELF = ["'self'"];
const NOTHING = ["'none'"];
const READING = new Set(['GET', 'HEAD', 'OPTIONS']);
const OWN_SITES = new Set(['same-origin', 'none']);

/**
 * Adds the security headers to every answer of the surface `pages`, errors included: no foreign or inline code, no
 * frame around it, no referrer. Forms of other sites are refused (ADR-0005). Cookies are parsed only where a page reads
 * them: other surfaces have none.
 */
export async function addPageSecurity(fastify: FastifyInstance, publicUrl: string): Promise<void> {
  await fastify.register(cookie, { hook: false });
  const headers = pageHeaders();
  fastify.addHook('onRequest', (request, reply, done) => {
    if (surfaceAt(request).surface !== 'pages') return done();
    void reply.headers(headers);
    done(isForeign(request, publicUrl) ? new DomainError(PageErrors.crossSite) : undefined);
  });
}

/** They are the same for every page: made once, on an answer that goes nowhere. */
function pageHeaders(): Record<string, string> {
  const request = new IncomingMessage(new Socket());
  const response = new ServerResponse(request);
  helmet(POLICIES)(request, response, () => undefined);
  return {
    ...(response.getHeaders() as Record<string, string>),
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
  };
}

const POLICIES = {
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
  // Of every surface (`shared-headers.ts`).
  strictTransportSecurity: false,
};

/**
 * Modern browsers send `Sec-Fetch-Site`, which no page can forge. Older ones send the origin of the form; `null` is a
 * foreign one. Callers that send neither are no browsers, so they carry no user's cookies.
 */
export function isForeign(request: FastifyRequest, publicUrl: string): boolean {
  if (READING.has(request.method)) return false;
  const { 'sec-fetch-site': site, origin } = request.headers;
  if (site !== undefined) return typeof site !== 'string' || !OWN_SITES.has(site);
  if (origin === undefined) return false;
  const { protocol, origin: own } = new URL(publicUrl);
  return origin !== own && origin !== `${protocol}//${request.headers.host}`;
}
