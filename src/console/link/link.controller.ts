import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { SeenCheckIn } from '../../check-in-validation/index.js';
import { CustomerSearch } from '../../customers/index.js';
import { Form, seeOther, FormBody, renderPage } from '../../pages/index.js';
import { Public } from '../../platform/http/declarations.js';
import { deskPath, LOG_IN, viewerOf, type DeskContext } from '../layout/desk-context.js';
import { confirmLinkPage, linkPage } from './link-page.js';
import { LinkTargets } from './link-targets.js';

const MOST_FOUND = 20;

type Work = (context: DeskContext, checkIn: SeenCheckIn) => Promise<string>;

/** An unknown person turns out to be a customer: find, look at both, confirm. */
@ApiExcludeController()
@Public()
@Controller('console/desk/:gymId/check-ins/:id/link')
export class LinkController {
  constructor(
    private readonly targets: LinkTargets,
    private readonly customers: CustomerSearch,
  ) {}

  @Get()
  async form(
    @Param() where: LinkPlace,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    return this.about(where, request, reply, async (context, checkIn) =>
      renderPage(reply, linkPage(context, checkIn, { text: '', found: undefined })),
    );
  }

  /** By POST, because a name in an address would stay in histories and logs. */
  @Post()
  async search(
    @Param() where: LinkPlace,
    @FormBody() sent: Form,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const text = sent.text('q');
    return this.about(where, request, reply, async (context, checkIn) => {
      const all = await this.customers.find(viewerOf(context), text, MOST_FOUND + 1);
      const found = all.filter(({ customerId }) => customerId !== checkIn.customerId);
      return renderPage(
        reply,
        linkPage(context, checkIn, { text, found: found.slice(0, MOST_FOUND) }),
      );
    });
  }

  @Post('confirm')
  async confirm(
    @Param() where: LinkPlace,
    @FormBody() sent: Form,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    return this.about(where, request, reply, async (context, checkIn) => {
      const into = await this.targets.target(context, sent.text('customerId'));
      return into
        ? renderPage(reply, confirmLinkPage(context, checkIn, into))
        : gone(reply, context);
    });
  }

  @Post('merge')
  async merge(
    @Param() where: LinkPlace,
    @FormBody() sent: Form,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    return this.about(where, request, reply, async (context, checkIn) => {
      const into = await this.targets.target(context, sent.text('customerId'));
      if (!into) return gone(reply, context);
      const said = await this.targets.merge(context, checkIn, into.id);
      return seeOther(reply, `${deskPath(context)}?said=${said}`);
    });
  }

  private async about(
    where: LinkPlace,
    request: FastifyRequest,
    reply: FastifyReply,
    work: Work,
  ): Promise<string> {
    const context = await this.targets.enter(request, where.gymId);
    if (!context) return seeOther(reply, LOG_IN);
    const checkIn = await this.targets.unknownPerson(context, where.id);
    return checkIn ? work(context, checkIn) : gone(reply, context);
  }
}

interface LinkPlace {
  readonly gymId: string;
  readonly id: string;
}

/** Somebody else has linked or removed one of the two meanwhile. */
const gone = (reply: FastifyReply, context: DeskContext) =>
  seeOther(reply, `${deskPath(context)}?said=gone`);
