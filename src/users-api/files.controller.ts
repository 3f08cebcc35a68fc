import { Controller, Get, Res } from '@nestjs/common';
import { ApiExcludeEndpoint } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { StoredFiles, type StoredFile } from '../customers/index.js';
import { EndUserOf, Tenant, type EndUser } from '../platform/http/declarations.js';
import { fileOf, Operation } from '../platform/http/operation.js';
import { Call, InQuery } from './call.js';
import { RequestFields, QueryFields } from './fields.js';
import { refusal } from './refusals.js';
import { UsersApiErrors } from './users-api.errors.js';

type Kind = StoredFile['kind'];

const PHOTOS: readonly Kind[] = ['PHOTO', 'COVER_PHOTO'];
const DOCUMENTS: readonly Kind[] = ['CONTRACT_DOCUMENT', 'DIRECT_DEBIT_DOCUMENT'];

/** The caller and the file parameter: an end user gets own files only (`users-api.md` 6). */
interface FileRequest {
  readonly partnerId: string;
  readonly endUser: EndUser | undefined;
  readonly parameter: 'photoId' | 'fileId';
}

/** Photos and documents, as the type that was found in their content. */
@Controller('Api/Files')
export class FilesController {
  constructor(private readonly files: StoredFiles) {}

  @Operation('usersApi.files.getPhoto', {
    summary: 'Download the photo or cover photo of a user',
    description:
      'The bytes, by the type of their content. End users get their own; with a key, everybody’s of the partner.',
    answer: fileOf('image/jpeg', 'image/png'),
    errors: [UsersApiErrors.invalidPropertyId],
  })
  @Get('Photo')
  @Call('EMPLOYEE', 'END_USER')
  @InQuery('photoId', 'from photoUrl or coverPhotoUrl')
  async photo(
    @Tenant() partnerId: string,
    @EndUserOf() endUser: EndUser | undefined,
    @QueryFields() query: RequestFields,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const wanted = { partnerId, endUser, parameter: 'photoId' } as const;
    serve(await this.find(wanted, query, PHOTOS), reply);
  }

  @Operation('usersApi.files.getDocument', {
    summary: 'Download the document of a contract or direct debit',
    description: 'Also at `Files/File`.',
    answer: fileOf('application/pdf', 'image/jpeg', 'image/png'),
    errors: [UsersApiErrors.invalidPropertyId],
  })
  @Get('Files')
  @Call('EMPLOYEE', 'END_USER')
  @InQuery('fileId', 'from documentUrl')
  async document(
    @Tenant() partnerId: string,
    @EndUserOf() endUser: EndUser | undefined,
    @QueryFields() query: RequestFields,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const wanted = { partnerId, endUser, parameter: 'fileId' } as const;
    const file = await this.find(wanted, query, DOCUMENTS);
    void reply.header('Content-Disposition', 'attachment');
    serve(file, reply);
  }

  /** The sources write both. */
  @Get('File')
  @Call('EMPLOYEE', 'END_USER')
  @ApiExcludeEndpoint()
  async file(
    @Tenant() partnerId: string,
    @EndUserOf() endUser: EndUser | undefined,
    @QueryFields() query: RequestFields,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.document(partnerId, endUser, query, reply);
  }

  private async find(
    { partnerId, endUser, parameter }: FileRequest,
    query: RequestFields,
    kinds: readonly Kind[],
  ): Promise<StoredFile> {
    const file = await this.files.read(partnerId, query.id(parameter));
    const isOwn = !endUser || endUser.customerId === file?.customerId;
    if (!file || !isOwn || !kinds.includes(file.kind))
      throw refusal(UsersApiErrors.invalidPropertyId, parameter);
    return file;
  }
}

function serve({ mediaType, bytes }: StoredFile, reply: FastifyReply): void {
  void reply
    .headers({
      'Content-Type': mediaType,
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
    })
    .send(bytes);
}
