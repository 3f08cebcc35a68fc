import type { FastifyReply } from 'fastify';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';

/** A page is made for one person at one moment: no cache may keep it. */
const HTML = { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' };

/** The HTTP status of a page, by its outcome. Thrown failures get theirs in `wire/`. */
const STATUS = {
  ok: 200,
  'log-in-refused': 401,
  'not-found': 404,
  denied: 403,
  conflict: 409,
  gone: 410,
  'form-refused': 422,
  'too-many-requests': 429,
} as const;
export type PageStatus = keyof typeof STATUS;

/** Renders a page as HTML. */
export function renderPage(reply: FastifyReply, page: VNode, status: PageStatus = 'ok'): string {
  void reply.status(STATUS[status]).headers(HTML);
  return `<!doctype html>${renderToString(page)}`;
}

/** Redirects after a form was accepted, so that a reload does not submit it again. */
export function seeOther(reply: FastifyReply, location: string): string {
  void reply.status(303).headers({ ...HTML, Location: location });
  return '';
}
