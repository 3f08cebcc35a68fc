import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { DomainError } from '../../platform/errors/domain-error.js';
import { Public } from '../../platform/http/declarations.js';
import { assets } from './assets.js';
import { HostedPageErrors } from './pages.errors.js';

const FOR_EVER = 'public, max-age=31536000, immutable';

/** Styles, scripts and pictures of the pages. */
@ApiExcludeController()
@Public()
@Controller()
export class AssetsController {
  /** Cached for ever under the versioned URL; revalidated under any other. */
  @Get('assets/:name')
  get(@Param('name') name: string, @Query('v') version: unknown, @Res() reply: FastifyReply): void {
    send(reply, name, version);
  }

  /** Browsers request it for documents that name no icon, such as a picture or JSON. */
  @Get('favicon.ico')
  favicon(@Res() reply: FastifyReply): void {
    send(reply, 'favicon.ico');
  }
}

function send(reply: FastifyReply, name: string, version?: unknown): void {
  const asset = assets.find(name);
  if (!asset) throw new DomainError(HostedPageErrors.notFound);
  const etag = `"${asset.version}"`;
  void reply.headers({
    ETag: etag,
    'Cache-Control': version === asset.version ? FOR_EVER : 'no-cache',
  });
  if (reply.request.headers['if-none-match'] === etag) void reply.status(304).send();
  else void reply.type(asset.type).send(asset.body);
}
