import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { DomainError } from '../../platform/errors/domain-error.js';
import { Public } from '../../platform/http/declarations.js';
import { assets, type Asset } from './assets.js';
import { HostedPageErrors } from './pages.errors.js';
import { versioned } from './versioned.js';

/** Styles, scripts and pictures of the pages. */
@ApiExcludeController()
@Public()
@Controller()
export class AssetsController {
  /** Cached for ever under the versioned URL; revalidated under any other. */
  @Get('assets/:name')
  get(
    @Param('name') name: string,
    @Query('v') version: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Buffer | string {
    return versioned(reply, find(name), version);
  }

  /** Browsers request it for documents that name no icon, such as a picture or JSON. */
  @Get('favicon.ico')
  favicon(@Res({ passthrough: true }) reply: FastifyReply): Buffer | string {
    return versioned(reply, find('favicon.ico'));
  }
}

function find(name: string): Asset {
  const asset = assets.find(name);
  if (!asset) throw new DomainError(HostedPageErrors.notFound);
  return asset;
}
