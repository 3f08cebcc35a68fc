import { Body, Controller, Delete, Get, HttpCode, Put, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Takes } from '../../platform/http/body-kinds.js';
import { FileBody } from '../../platform/http/body-parsers.js';
import { Requires } from '../../platform/http/declarations.js';
import { fileOf, Operation } from '../../platform/http/operation.js';
import { EntityTags, EntityTagsOf } from '../../platform/http/entity-tags.js';
import { ContractErrors, CustomerErrors, FileErrors } from '../people/customers.errors.js';
import { isDocument } from './file-content.js';
import { FileDto } from './file.dto.js';
import { FILE_PATHS, FilePlaces, NamedPlaceOf, type NamedPlace } from './file-places.js';
import type { FileInfo } from './files.repository.js';
import { StoredFiles } from './stored-files.js';
import { CurrentActor, type Actor } from '../../platform/http/actor.js';

const TYPES = ['image/jpeg', 'image/png', 'application/pdf'] as const;

const MISSING = [CustomerErrors.notFound, ContractErrors.notFound];

const FILES: Readonly<Record<string, readonly [name: string, words: string]>> = {
  photo: ['Photo', 'the photo of a customer'],
  'cover-photo': ['CoverPhoto', 'the cover photo of a customer'],
  'direct-debit-document': ['DirectDebitDocument', 'the direct debit document of a customer'],
  document: ['ContractDocument', 'the document of a contract'],
};

const fileAt = (path: string) => FILES[path.split('/').at(-1) ?? ''] ?? ['', ''];
const named = (verb: string) => (path: string) => `files.${verb}${fileAt(path)[0]}`;
const wordsFor = (path: string) => fileAt(path)[1];

/** The photos and documents of people and contracts: one of a kind, at most 5 MiB. */
@ApiTags('Files')
@Controller('admin/v1')
export class FilesAdminController {
  constructor(
    private readonly places: FilePlaces,
    private readonly files: StoredFiles,
  ) {}

  @Operation(named('put'), {
    summary: (path) => `Store ${wordsFor(path)}`,
    description:
      'The body is the file, at most 5 MiB: JPEG or PNG, a document also PDF. Its type is read from its bytes; the file before is replaced.',
    answer: FileDto,
    errors: [...MISSING, FileErrors.unsupported],
  })
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

  @Operation(named('get'), {
    summary: (path) => `Read ${wordsFor(path)}`,
    description: 'The bytes, by the type of their content; a document as an attachment.',
    answer: fileOf(...TYPES),
    errors: [...MISSING, FileErrors.notFound],
  })
  @Get(FILE_PATHS)
  @Requires('CUSTOMER_READ')
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

  @Operation(named('delete'), {
    summary: (path) => `Remove ${wordsFor(path)}`,
    description: 'Its address ends, here and on the Users API.',
    errors: [...MISSING, FileErrors.notFound],
  })
  @Delete(FILE_PATHS)
  @HttpCode(204)
  @Requires('CUSTOMER_WRITE')
  async remove(@CurrentActor() actor: Actor, @NamedPlaceOf() named: NamedPlace): Promise<void> {
    await this.files.remove(actor.partnerId, await this.places.find(actor, named));
  }
}
