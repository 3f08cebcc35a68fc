import { Controller, Get, Module, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../../platform/http/declarations.js';
import { homePage } from './home-page.js';
import { renderPage } from '../layout/render-page.js';

/** The page at the bare address of a deployment; it reveals no partner. */
@ApiExcludeController()
@Public()
@Controller()
export class HomeController {
  @Get()
  home(
    @Req() { headers }: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): string {
    return renderPage(reply, homePage(headers['accept-language']));
  }
}

/** Purpose: the bare address of a deployment; the sandbox has a page of its own there. */
@Module({ controllers: [HomeController] })
export class HomeModule {}
