import type { FastifyReply, FastifyRequest } from 'fastify';
import { Form } from '../../pages/index.js';

const COOKIE = 'gatehouse-to';
const TEN_MINUTES = 600;
const ATTRIBUTES = { path: '/console', httpOnly: true, sameSite: 'lax' as const };
/** A page of the console, and none that only leads on. */
const PAGE = /^\/console(?:\/(?!login|confirm|session|single-sign-on)[\w-]+)*(?:\?[\w=&%.:+-]*)?$/;

/** `?to=` of a log-in or a confirmation: where the person was interrupted. It outlives the further steps. */
export function rememberDestination(request: FastifyRequest, reply: FastifyReply): void {
  const to = new Form(request.query).text('to');
  if (PAGE.test(to)) void reply.setCookie(COOKIE, to, { ...ATTRIBUTES, maxAge: TEN_MINUTES });
  else if (rememberedIn(request) !== undefined) void reply.clearCookie(COOKIE, ATTRIBUTES);
}

/** Once: `resume` says to the page that it was interrupted. */
export function takeDestination(request: FastifyRequest, reply: FastifyReply): string | undefined {
  const to = rememberedIn(request);
  if (to === undefined) return undefined;
  void reply.clearCookie(COOKIE, ATTRIBUTES);
  return PAGE.test(to) ? `${to}${to.includes('?') ? '&' : '?'}resume=1` : undefined;
}

function rememberedIn({ headers, server }: FastifyRequest): string | undefined {
  return headers.cookie === undefined ? undefined : server.parseCookie(headers.cookie)[COOKIE];
}
