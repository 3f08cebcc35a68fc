import { Body, Controller, Delete, Get, HttpCode, Put, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Takes } from '../../platform/http/body-kinds.js';
import { FileBody } from '../../platform/http/body-parsers.js';
import { Requires } from '../../platform/http/declarations.js';
import { EntityTags, EntityTagsOf } from '../../platform/http/entity-tags.js';
import { isDocument } from './file-content.js';
import { FILE_PATHS, FilePlaces, NamedPlaceOf, type NamedPlace } from './file-places.js';
import type { FileInfo } from './files.repository.js';
import { StoredFiles } from './stored-files.js';
import { CurrentActor, type Actor } from '../../platform/http/actor.js';

const TYPES = ['image/jpeg', 'image/png', 'application/pdf'] as const;

class FileDto {
  static from({ id, kind, customerId, contractId, mediaType, size, createdAt }: FileInfo) {
    return {
      id,
      kind,
      customerId,
      contractId,
      mediaType,
      size,
      createdAt,
    };
  }
}

/** The photos and documents of people and contracts: one of a kind, at most 5 MiB. */
@ApiTags('Files')
@Controller('admin/v1')
export class FilesAdminController {
  constructor(
    private readonly places: FilePlaces,
    private readonly files: StoredFiles,
  ) {}

  /** The body is the file; its type is read from its bytes. A document may also be a PDF. */
  @Put(FILE_PATHS)
  @Takes('file')
  @Requires('CUSTOMER_WRITE')
  @ApiConsumes(...TYPES)
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  async put(
    @CurrentActor() actor: Actor,
    @NamedPlaceOf() named: NamedPlace,
    @EntityTagsOf() tags: EntityTags,
    @Body() body: unknown,
  ) {
    const place = await this.places.find(actor, named);
    const bytes = body instanceof FileBody ? body.bytes : Buffer.alloc(0);
    const isExpected = (present: FileInfo | undefined) =>
      tags.check(present && FileDto.from(present));
    const info = await this.files.put(actor.partnerId, place, { bytes, isExpected });
    return tags.add(FileDto.from(info));
  }

  @Get(FILE_PATHS)
  @Requires('CUSTOMER_READ')
  @ApiProduces(...TYPES)
  async get(
    @CurrentActor() actor: Actor,
    @NamedPlaceOf() named: NamedPlace,
    @EntityTagsOf() tags: EntityTags,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const place = await this.places.find(actor, named);
    const file = await this.files.at(actor.partnerId, place);
    const { kind, mediaType, bytes } = file;
    tags.add(FileDto.from(file));
    void reply.headers({
      'Content-Type': mediaType,
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'private, no-store',
      ...(isDocument(kind) && { 'Content-Disposition': 'attachment' }),
    });
    return bytes;
  }

  @Delete(FILE_PATHS)
  @HttpCode(204)
  @Requires('CUSTOMER_WRITE')
  async remove(@CurrentActor() actor: Actor, @NamedPlaceOf() named: NamedPlace): Promise<void> {
    await this.files.remove(actor.partnerId, await this.places.find(actor, named));
  }
}
