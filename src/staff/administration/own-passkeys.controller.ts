import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { invalid } from '../../platform/errors/request-errors.js';
import {
  NeedsRecentProof,
  OwnAccount,
  SeatOf,
  type PersonSeat,
} from '../../platform/http/declarations.js';
import { anyObject, Operation } from '../../platform/http/operation.js';
import { UuidPipe } from '../../platform/http/parameters.js';
import { Repeatable, ShownOnce } from '../../platform/http/shown-once.js';
import { StaffErrors } from '../people/staff.errors.js';
import { PasskeyCeremonies } from '../second-factors/passkey-ceremonies.js';
import { Passkeys } from '../second-factors/passkeys.js';
import { OwnFactors } from '../sessions/own-factors.js';
import { RecoveryCodesDto } from './own-factors.dto.js';
import {
  NewPasskeyDto,
  OwnPasskeyDto,
  OwnPasskeysDto,
  RenamePasskeyDto,
} from './own-passkeys.dto.js';
import { SeatedCallers } from './seated-callers.js';

const PASSKEY_ID = new UuidPipe(StaffErrors.passkeyNotFound);

/** The passkeys of the person who calls. A browser makes them. */
@ApiTags('Own account')
@OwnAccount()
@Controller('admin/v1/me/passkeys')
export class OwnPasskeysController {
  constructor(
    private readonly callers: SeatedCallers,
    private readonly passkeys: Passkeys,
    private readonly ceremonies: PasskeyCeremonies,
    private readonly own: OwnFactors,
  ) {}

  @Operation('me.listPasskeys', {
    summary: 'List my passkeys',
    description:
      '`isPossible` says whether browsers make passkeys for this address, `most` how many a person may have.',
    answer: OwnPasskeysDto,
  })
  @Get()
  async list(@SeatOf() { personId }: PersonSeat): Promise<OwnPasskeysDto> {
    return OwnPasskeysDto.from(await this.passkeys.list(personId), this.passkeys.isPossible);
  }

  @Operation('me.beginPasskey', {
    summary: 'Get what a browser needs to make a passkey',
    description:
      'What `navigator.credentials.create` takes, for a passkey of this session within five minutes.',
    answer: anyObject('PublicKeyCredentialCreationOptions as JSON (WebAuthn)'),
  })
  @Post('options')
  @NeedsRecentProof()
  @Repeatable()
  @HttpCode(200)
  async options(@Req() request: FastifyRequest): Promise<object> {
    const { session } = await this.callers.of(request);
    return this.ceremonies.optionsToAdd(session);
  }

  @Operation('me.addPasskey', {
    summary: 'Add a passkey that the browser made',
    description: 'With the first second factor the person’s other sessions end.',
    answer: RecoveryCodesDto,
  })
  @Post()
  @NeedsRecentProof()
  @HttpCode(200)
  @ShownOnce('recoveryCodes')
  async add(
    @Body() { response, name }: NewPasskeyDto,
    @Req() request: FastifyRequest,
  ): Promise<RecoveryCodesDto> {
    const { session } = await this.callers.of(request);
    const added = await this.own.addPasskey(session, { response, name, otherwise: name });
    if (!added)
      throw invalid({
        path: 'response',
        detail: 'answers no options of this session, or is a passkey that is known already',
      });
    return { recoveryCodes: added.codes };
  }

  @Operation('me.renamePasskey', {
    summary: 'Rename one of my passkeys',
    description: 'The name is for the person alone.',
    answer: OwnPasskeyDto,
    errors: [StaffErrors.passkeyNotFound],
  })
  @Patch(':id')
  async rename(
    @Param('id', PASSKEY_ID) id: string,
    @Body() { name }: RenamePasskeyDto,
    @Req() request: FastifyRequest,
  ): Promise<OwnPasskeyDto> {
    const { session } = await this.callers.of(request);
    return OwnPasskeyDto.from(await this.own.renamePasskey(session, { id, name: name.trim() }));
  }

  @Operation('me.deletePasskey', {
    summary: 'Remove one of my passkeys',
    description:
      'Needs a recent proof. The last second factor of somebody who must have one stays.',
    errors: [StaffErrors.passkeyNotFound, StaffErrors.secondFactorRequired],
  })
  @Delete(':id')
  @NeedsRecentProof()
  @HttpCode(204)
  async remove(@Param('id', PASSKEY_ID) id: string, @Req() request: FastifyRequest): Promise<void> {
    const { session } = await this.callers.of(request);
    await this.own.removePasskey(session, id);
  }
}
