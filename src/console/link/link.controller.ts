import { Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { SeenCheckIn } from '../../check-in-validation/index.js';
import { CustomerSearch } from '../../customers/index.js';
import { Form, seeOther, FormBody, renderPage } from '../../pages/index.js';
import { Public } from '../../platform/http/declarations.js';
import { actorOf, type DeskContext, deskLogInFor, deskPath } from '../layout/desk-context.js';
import { confirmLinkPage, linkCheckInPage } from './link-page.js';
import { MergeTargets } from './merge-targets.js';

const MOST_FOUND = 20;

type CheckInHandler = (context: DeskContext, checkIn: SeenCheckIn) => Promise<string>;

/** Links an unknown person to an existing customer: search, compare, confirm, merge. */
@ApiExcludeController()
@Public()
@Controller('console/desk/:gymId/check-ins/:id/link')
export class LinkController {
  constructor(
    private readonly targets: MergeTargets,
    private readonly customers: CustomerSearch,
  ) {}

  @Get()
  async form(
    @Param() where: LinkRoute,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    return this.withCheckIn(where, reply, async (context, checkIn) =>
      renderPage(reply, linkCheckInPage(context, checkIn, { text: '', found: undefined })),
    );
  }

  /** By POST, because a name in a URL would stay in histories and logs. */
  @Post()
  async search(
    @Param() where: LinkRoute,
    @FormBody() sent: Form,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const text = sent.text('q');
    return this.withCheckIn(where, reply, async (context, checkIn) => {
      const all = await this.customers.find(actorOf(context), text, MOST_FOUND + 1);
      const found = all.filter(({ customerId }) => customerId !== checkIn.customerId);
      return renderPage(
        reply,
        linkCheckInPage(context, checkIn, { text, found: found.slice(0, MOST_FOUND) }),
      );
    });
  }

  @Post('confirm')
  async confirm(
    @Param() where: LinkRoute,
    @FormBody() sent: Form,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    return this.withCheckIn(where, reply, async (context, checkIn) => {
      const into = await this.targets.findTarget(context, sent.text('customerId'));
      return into
        ? renderPage(reply, confirmLinkPage(context, checkIn, into))
        : redirectGone(reply, context);
    });
  }

  @Post('merge')
  async merge(
    @Param() where: LinkRoute,
    @FormBody() sent: Form,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    return this.withCheckIn(where, reply, async (context, checkIn) => {
      const into = await this.targets.findTarget(context, sent.text('customerId'));
      if (!into) return redirectGone(reply, context);
      const message = await this.targets.merge(context, checkIn, into.id);
      return seeOther(reply, `${deskPath(context)}?said=${message}`);
    });
  }

  private async withCheckIn(
    where: LinkRoute,
    reply: FastifyReply,
    work: CheckInHandler,
  ): Promise<string> {
    const context = await this.targets.requireAccess(reply.request, where.gymId);
    if (!context) return seeOther(reply, deskLogInFor(where.gymId));
    const checkIn = await this.targets.findUnknownPerson(context, where.id);
    return checkIn ? work(context, checkIn) : redirectGone(reply, context);
  }
}

interface LinkRoute {
  readonly gymId: string;
  readonly id: string;
}

/** One of the two was linked or removed meanwhile. */
const redirectGone = (reply: FastifyReply, context: DeskContext) =>
  seeOther(reply, `${deskPath(context)}?said=gone`);
