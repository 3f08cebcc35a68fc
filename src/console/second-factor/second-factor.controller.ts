import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Form, FormBody, renderPage, seeOther } from '../../pages/index.js';
import { clientNetwork } from '../../platform/http/client-address.js';
import { Public } from '../../platform/http/declarations.js';
import { OwnFactors } from '../../staff/index.js';
import { FACTORS, STAFF_LOG_IN } from '../layout/desk-context.js';
import { StaffAccess, type SeatedPerson } from '../log-in/staff-access.js';
import { enrolmentPage } from './enrolment-page.js';
import { Enrolments } from './enrolments.js';
import { FactorProofs } from './factor-proofs.js';
import { recoveryCodesPage, secondFactorPage } from './second-factor-pages.js';

/** The step of a log-in after the password: a second factor, or setting up the first. */
@ApiExcludeController()
@Public()
@Controller('console/second-factor')
export class SecondFactorController {
  constructor(
    private readonly access: StaffAccess,
    private readonly proofs: FactorProofs,
    private readonly enrolments: Enrolments,
    private readonly own: OwnFactors,
  ) {}

  @Get()
  async show(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const person = await this.access.findAtAnyStep(request);
    if (!person) return seeOther(reply, STAFF_LOG_IN);
    const { personId, awaits } = person.session;
    if (awaits === null) return seeOther(reply, FACTORS);
    if (awaits === 'ENROLMENT')
      return renderPage(reply, enrolmentPage(await this.enrolments.of(person)));
    const hasPasskeys = await this.proofs.hasPasskeys(personId);
    return renderPage(reply, secondFactorPage(person, { hasPasskeys }));
  }

  @Post()
  async enter(
    @FormBody() sent: Form,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const person = await this.access.findAtAnyStep(request);
    if (!person) return seeOther(reply, STAFF_LOG_IN);
    const { awaits } = person.session;
    if (awaits === null) return seeOther(reply, FACTORS);
    const source = clientNetwork(request);
    if (awaits === 'CODE') return this.prove({ request, reply, person, sent, source });
    const code = sent.text('code');
    const added = await this.own.confirmApp(person.session, { code, source });
    if (!added) {
      const page = enrolmentPage(await this.enrolments.of(person), 'code');
      return renderPage(reply, page, 'form-refused');
    }
    await this.access.prove(request, reply, person);
    return renderPage(reply, recoveryCodesPage(person.words, added.codes));
  }

  private async prove({ request, reply, person, sent, source }: Entered): Promise<string> {
    const refused = await this.proofs.refuses(person.session, sent, source);
    if (!refused) return seeOther(reply, await this.access.prove(request, reply, person));
    const hasPasskeys = await this.proofs.hasPasskeys(person.session.personId);
    return renderPage(reply, secondFactorPage(person, { hasPasskeys }, refused), 'log-in-refused');
  }
}

interface Entered {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly person: SeatedPerson;
  readonly sent: Form;
  readonly source: string;
}
