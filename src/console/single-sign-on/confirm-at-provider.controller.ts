import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { renderPage, seeOther } from '../../pages/index.js';
import { clientNetwork } from '../../platform/http/client-address.js';
import { Public } from '../../platform/http/declarations.js';
import { SecondFactors, SingleSignOn } from '../../staff/index.js';
import { CONFIRM, SINGLE_SIGN_ON, STAFF_LOG_IN } from '../layout/desk-context.js';
import { StaffAccess, type SeatedPerson } from '../log-in/staff-access.js';
import { ProviderPlaces } from './provider-places.js';
import { SignOnCookie } from './sign-on-cookie.js';
import { renderRefusal } from './sign-on-refusals.js';
import { confirmAtProviderPage } from './single-sign-on-pages.js';

const PATH = `${SINGLE_SIGN_ON}/confirm`;

/** Who came by a provider and has no second factor here proves there who they are. */
@ApiExcludeController()
@Public()
@Controller('console/single-sign-on/confirm')
export class ConfirmAtProviderController {
  constructor(
    private readonly access: StaffAccess,
    private readonly factors: SecondFactors,
    private readonly places: ProviderPlaces,
    private readonly signOn: SingleSignOn,
    private readonly cookie: SignOnCookie,
  ) {}

  @Get()
  async show(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const person = await this.access.find(request);
    const place = person && (await this.placeOf(person));
    if (!person || !place) return seeOther(reply, person ? CONFIRM : STAFF_LOG_IN);
    return renderPage(reply, confirmAtProviderPage(person, place));
  }

  @Get('start')
  async start(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const person = await this.access.find(request);
    const place = person && (await this.placeOf(person));
    if (!person || !place) return seeOther(reply, person ? CONFIRM : STAFF_LOG_IN);
    const { session, words } = person;
    const { partnerId } = place;
    const started = await this.signOn.start({ partnerId, source: clientNetwork(request), session });
    if (!started) return seeOther(reply, STAFF_LOG_IN);
    if (started.kind === 'refused')
      return renderRefusal(reply, words, { reason: started.reason, again: PATH });
    this.cookie.set(reply, started.token);
    return seeOther(reply, started.url);
  }

  /** Undefined where another proof is asked for. */
  private async placeOf({ session: { personId, partnerId, isFromProvider } }: SeatedPerson) {
    if (!isFromProvider || partnerId === null || (await this.factors.has(personId)))
      return undefined;
    return this.places.ofPartner(partnerId);
  }
}
