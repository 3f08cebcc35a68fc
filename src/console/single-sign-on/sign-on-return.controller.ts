import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { renderPage } from '../../pages/index.js';
import { clientNetwork } from '../../platform/http/client-address.js';
import { Public } from '../../platform/http/declarations.js';
import {
  SingleSignOn,
  StaffSessions,
  type CompletedSignOn,
  type RefusedSignOn,
} from '../../staff/index.js';
import { SINGLE_SIGN_ON } from '../layout/desk-context.js';
import { StaffAccess } from '../log-in/staff-access.js';
import { deskWordsFor } from '../words/choose-desk-words.js';
import { placePath, ProviderPlaces } from './provider-places.js';
import { SignOnCookie } from './sign-on-cookie.js';
import { renderRefusal } from './sign-on-refusals.js';
import { signedOnPage } from './single-sign-on-pages.js';

/** The way back from a provider. */
@ApiExcludeController()
@Public()
@Controller('console/single-sign-on/callback')
export class SignOnReturnController {
  constructor(
    private readonly signOn: SingleSignOn,
    private readonly access: StaffAccess,
    private readonly sessions: StaffSessions,
    private readonly places: ProviderPlaces,
    private readonly cookie: SignOnCookie,
  ) {}

  @Get()
  async complete(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const token = this.cookie.tokenOf(request);
    const [, query = ''] = request.url.split('?', 2);
    const source = clientNetwork(request);
    const result = await this.signOn.complete({ token, query, source });
    const words = deskWordsFor(request);
    if (result.kind === 'refused') {
      const { reason } = result;
      return renderRefusal(reply, words, { reason, again: await this.again(result) });
    }
    this.cookie.clear(reply);
    const next = await this.access.begin(request, reply, result.seat);
    await this.endReplaced(result);
    return renderPage(reply, signedOnPage(words, next));
  }

  /** The browser does not send its cookie along from another site, so the former session is ended by its id. */
  private async endReplaced({ replacedId, seat }: CompletedSignOn): Promise<void> {
    if (replacedId !== null) await this.sessions.endOfPerson(seat.workplace.personId, replacedId);
  }

  private async again({ reason, partnerId }: RefusedSignOn): Promise<string> {
    if (reason === 'other-person') return `${SINGLE_SIGN_ON}/confirm`;
    const place = partnerId === undefined ? undefined : await this.places.ofPartner(partnerId);
    return place ? placePath(place.slug) : SINGLE_SIGN_ON;
  }
}
