import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Form, FormBody, QueryToken, renderPage, seeOther } from '../../pages/index.js';
import { Settings } from '../../platform/config/settings.js';
import { Public } from '../../platform/http/declarations.js';
import { StaffPasswordResets } from '../../staff/index.js';
import { STAFF_LOG_IN } from '../layout/desk-context.js';
import { passwordHintFor, passwordProblem } from '../log-in/password-texts.js';
import { deskWordsFor } from '../words/choose-desk-words.js';
import { endedPasswordLinkPage, newPasswordPage } from './password-pages.js';

/** The page that a mail about a forgotten password leads to. */
@ApiExcludeController()
@Public()
@Controller('console/new-password')
export class NewPasswordController {
  constructor(
    private readonly resets: StaffPasswordResets,
    private readonly settings: Settings,
  ) {}

  @Get()
  form(
    @QueryToken() token: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    return this.render(request, reply, { token });
  }

  @Post()
  async set(
    @FormBody() sent: Form,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const token = sent.text('token');
    const result = await this.resets.set(token, sent.raw('password'));
    if (result.kind === 'set') return seeOther(reply, STAFF_LOG_IN);
    const problem =
      result.kind === 'weak' ? passwordProblem(deskWordsFor(request), result.fault) : undefined;
    return this.render(request, reply, { token, problem });
  }

  private async render(
    request: FastifyRequest,
    reply: FastifyReply,
    form: { readonly token: string; readonly problem?: string | undefined },
  ): Promise<string> {
    const words = deskWordsFor(request);
    const owner = await this.resets.inspect(form.token);
    if (!owner) return renderPage(reply, endedPasswordLinkPage(words), 'gone');
    const hint = passwordHintFor(words, this.settings.passwordMinLength);
    const page = newPasswordPage(words, { ...form, email: owner.email, hint });
    return renderPage(reply, page, form.problem === undefined ? 'ok' : 'form-refused');
  }
}
