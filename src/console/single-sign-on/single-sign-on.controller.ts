import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Form, FormBody, renderPage, seeOther } from '../../pages/index.js';
import { clientNetwork } from '../../platform/http/client-address.js';
import { Public } from '../../platform/http/declarations.js';
import { SingleSignOn } from '../../staff/index.js';
import { deskWordsFor } from '../words/choose-desk-words.js';
import { placePath, ProviderPlaces } from './provider-places.js';
import { SignOnCookie } from './sign-on-cookie.js';
import { renderRefusal } from './sign-on-refusals.js';
import { findProviderPage, providerPage } from './single-sign-on-pages.js';

/** How people find the provider of their partner, and go there. */
@ApiExcludeController()
@Public()
@Controller('console')
export class SingleSignOnController {
  constructor(
    private readonly places: ProviderPlaces,
    private readonly signOn: SingleSignOn,
    private readonly cookie: SignOnCookie,
  ) {}

  @Get('single-sign-on')
  form(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): string {
    return renderPage(reply, findProviderPage(deskWordsFor(request), ''));
  }

  @Post('single-sign-on')
  async find(
    @FormBody() sent: Form,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const name = sent.text('name');
    const place = await this.places.find(name);
    if (place) return seeOther(reply, placePath(place.slug));
    return renderPage(reply, findProviderPage(deskWordsFor(request), name, true), 'form-refused');
  }

  @Get('login/:slug')
  async show(
    @Param('slug') slug: string,
    @Query() query: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const words = deskWordsFor(request);
    const place = await this.places.find(slug);
    if (!place) return renderPage(reply, findProviderPage(words, '', true), 'not-found');
    const isRequired = new Form(query).text('password') === 'no';
    return renderPage(reply, providerPage(words, place, isRequired));
  }

  @Get('login/:slug/start')
  async start(
    @Param('slug') slug: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const words = deskWordsFor(request);
    const place = await this.places.find(slug);
    const source = clientNetwork(request);
    const started = place && (await this.signOn.start({ partnerId: place.partnerId, source }));
    if (!started) return renderPage(reply, findProviderPage(words, '', true), 'not-found');
    if (started.kind === 'refused')
      return renderRefusal(reply, words, { reason: started.reason, again: placePath(slug) });
    this.cookie.set(reply, started.token);
    return seeOther(reply, started.url);
  }
}
