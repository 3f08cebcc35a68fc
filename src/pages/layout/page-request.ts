import type { FastifyReply, FastifyRequest } from 'fastify';
import type { VNode } from 'preact';
import type { Partner } from '../../partners/index.js';
import { pagePath, type PageContext, type PageName } from './page-context.js';
import { renderPage, seeOther, type PageStatus } from './render-page.js';

/** A request for a page of a partner, and how it is answered. */
export class PageRequest {
  constructor(
    readonly context: PageContext,
    readonly request: FastifyRequest,
    readonly reply: FastifyReply,
  ) {}

  get partner(): Partner {
    return this.context.partner;
  }

  render(page: VNode, status?: PageStatus): string {
    return renderPage(this.reply, page, status);
  }

  redirect(page: PageName, token?: string): string {
    return seeOther(this.reply, pagePath(this.context, page, token));
  }
}
