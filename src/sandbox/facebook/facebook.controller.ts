import { Controller, Get, Query, Res, UseGuards } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { SANDBOX_FACEBOOK } from '../../platform/config/read-settings.js';
import { sha256 } from '../../platform/crypto/hashing.js';
import { Public } from '../../platform/http/declarations.js';
import { LocalOnly } from '../local-pages/local-only.guard.js';
import { SimulatedFacebook, type FacebookUser, type GraphAnswer } from './simulated-facebook.js';

type QueryParameters = Record<string, string | undefined>;

/** `facebook:ana@example.com` is the token of the person with that e-mail; any other token is invalid. */
const TOKEN = /^facebook:(?<email>.+)$/;
/** To try `FacebookNotAvailable`. */
const DOWN = 'facebook-down';

/** Facebook on your laptop, where no app of one's own is configured (`docs/simulator.md`). */
@ApiExcludeController()
@Public()
@UseGuards(LocalOnly)
@Controller('sandbox/facebook')
export class FacebookController {
  private readonly facebook = new SimulatedFacebook(SANDBOX_FACEBOOK, userOf);

  @Get('debug_token')
  debugToken(@Query() query: QueryParameters, @Res() reply: FastifyReply): void {
    const isDown = query['input_token'] === DOWN;
    send(reply, isDown ? { status: 503, body: {} } : this.facebook.debugToken(texts(query)));
  }

  @Get('me')
  me(@Query() query: QueryParameters, @Res() reply: FastifyReply): void {
    send(reply, this.facebook.me(texts(query)));
  }
}

function userOf(token: string): FacebookUser | undefined {
  const email = TOKEN.exec(token)?.groups?.['email'];
  return email === undefined ? undefined : { id: idOf(email), email };
}

/** The same person has the same id, made of digits and beyond 2^53 as many real ones. */
const idOf = (email: string): string =>
  `1${sha256(email.trim().toLowerCase()).readBigUInt64BE().toString().padStart(20, '0').slice(0, 17)}`;

/** A name that is sent twice comes as a list: no answer is made of it. */
const texts = (query: QueryParameters): QueryParameters =>
  Object.fromEntries(Object.entries(query).filter(([, value]) => typeof value === 'string'));

const send = (reply: FastifyReply, { status, body }: GraphAnswer): void =>
  void reply.code(status).send(body);
