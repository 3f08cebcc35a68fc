import type { FastifyReply } from 'fastify';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';

/** A page is made for one person at one moment: nobody keeps it. */
const HTML = { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' };

/** What programs learn of a page that says no; people read it. Thrown failures get theirs in `wire/`. */
const STATUS = {
  good: 200,
  'log-in-refused': 401,
  unknown: 404,
  conflict: 409,
  over: 410,
  'form-refused': 422,
  'too-often': 429,
} as const;
export type Mood = keyof typeof STATUS;

/** Draws a page. */
export function show(reply: FastifyReply, page: VNode, mood: Mood = 'good'): string {
  void reply.status(STATUS[mood]).headers(HTML);
  return `<!doctype html>${renderToString(page)}`;
}

/** After a form was taken in: a reload of what follows sends nothing again. */
export function seeOther(reply: FastifyReply, location: string): string {
  void reply.status(303).headers({ ...HTML, Location: location });
  return '';
}
