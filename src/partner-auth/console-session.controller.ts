import { Body, Controller, Delete, Header, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../platform/http/declarations.js';
import { ConsoleCookie } from './console-cookie.js';
import { ConsoleSessions } from './console-sessions.js';
import { ConsoleSessionDto, OpenConsoleSessionDto } from './dto/console-session.dto.js';
import { Operation } from '../platform/http/operation.js';
import { PageErrors } from '../platform/http/page-security.js';
import { AuthErrors } from './partner-auth.errors.js';

/** Exchanges an API key for a cookie, for people in front of a browser (`admin-api.md`, key rules). */
@ApiTags('Console')
@Public()
@Controller('console/session')
export class ConsoleSessionController {
  constructor(
    private readonly sessions: ConsoleSessions,
    private readonly cookie: ConsoleCookie,
  ) {}

  @Operation('consoleSessions.create', {
    summary: 'Log in to the console with an API key',
    description:
      'The answer sets a cookie for 12 h with the scopes and the gym of the key; it ends with the key. For software that opens the front desk, and for the first minutes of an installation: people have a log-in of their own.',
    answer: ConsoleSessionDto,
    errors: [AuthErrors.keyInvalid, AuthErrors.consoleForbidden, PageErrors.crossSite],
  })
  @Post()
  @HttpCode(200)
  @Header('Cache-Control', 'no-store')
  async open(
    @Body() { key, name }: OpenConsoleSessionDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ConsoleSessionDto> {
    this.cookie.refuseForeign(request);
    const session = await this.sessions.open(key, name.trim());
    const before = this.cookie.tokenOf(request);
    if (before !== undefined) await this.sessions.close(before);
    this.cookie.set(reply, session.token);
    return ConsoleSessionDto.from(session);
  }

  @Operation('consoleSessions.delete', {
    summary: 'Log out of the console',
    description: 'Also without a session: afterwards there is none.',
    errors: [PageErrors.crossSite],
  })
  @Delete()
  @HttpCode(204)
  async close(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    this.cookie.refuseForeign(request);
    const token = this.cookie.tokenOf(request);
    if (token !== undefined) await this.sessions.close(token);
    this.cookie.clear(reply);
  }
}
