import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Form, FormBody, renderPage } from '../../pages/index.js';
import { clientNetwork } from '../../platform/http/client-address.js';
import { Public } from '../../platform/http/declarations.js';
import { ForgottenPasswords } from '../../staff/index.js';
import { deskWordsFor } from '../words/choose-desk-words.js';
import { forgottenPage, passwordMailSentPage } from './password-pages.js';

/** "Forgot password?" of staff: the same answer for every address. */
@ApiExcludeController()
@Public()
@Controller('console/password')
export class ForgottenPasswordController {
  constructor(private readonly forgotten: ForgottenPasswords) {}

  @Get()
  form(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): string {
    return renderPage(reply, forgottenPage(deskWordsFor(request), ''));
  }

  @Post()
  async mail(
    @FormBody() sent: Form,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const [words, email] = [deskWordsFor(request), sent.text('email')];
    if (await this.forgotten.request(email, clientNetwork(request)))
      return renderPage(reply, passwordMailSentPage(words, email));
    const { invalid } = words.staff.forgotten;
    return renderPage(reply, forgottenPage(words, email, invalid), 'form-refused');
  }
}
