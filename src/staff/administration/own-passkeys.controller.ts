import { Controller, Delete, Get, HttpCode, Param } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { DomainError } from '../../platform/errors/domain-error.js';
import {
  NeedsRecentProof,
  OwnAccount,
  SeatOf,
  type PersonSeat,
} from '../../platform/http/declarations.js';
import { UuidPipe } from '../../platform/http/parameters.js';
import { StaffErrors } from '../people/staff.errors.js';
import { LogInSteps } from '../second-factors/log-in-steps.js';
import { Passkeys } from '../second-factors/passkeys.js';
import type { ListedPasskey } from '../second-factors/passkeys.repository.js';

const PASSKEY_ID = new UuidPipe(StaffErrors.passkeyNotFound);

export class OwnPasskeyDto {
  id!: string;
  name!: string;
  createdAt!: Date;

  @ApiProperty({ type: Date, nullable: true })
  lastUsedAt!: Date | null;

  static from({ id, name, createdAt, lastUsedAt }: ListedPasskey): OwnPasskeyDto {
    return { id, name, createdAt, lastUsedAt };
  }
}

/** The passkeys of the person who calls. They are added in a browser. */
@ApiTags('Own account')
@OwnAccount()
@Controller('admin/v1/me/passkeys')
export class OwnPasskeysController {
  constructor(
    private readonly passkeys: Passkeys,
    private readonly steps: LogInSteps,
  ) {}

  @Get()
  async list(@SeatOf() { personId }: PersonSeat) {
    return { items: (await this.passkeys.list(personId)).map(OwnPasskeyDto.from) };
  }

  @Delete(':id')
  @NeedsRecentProof()
  @HttpCode(204)
  async remove(
    @SeatOf() { personId }: PersonSeat,
    @Param('id', PASSKEY_ID) id: string,
  ): Promise<void> {
    const mayEnd = await this.steps.mayRemove(personId);
    const removed = await this.passkeys.remove(personId, id, mayEnd);
    if (removed === 'absent') throw new DomainError(StaffErrors.passkeyNotFound);
    if (removed === 'required') throw new DomainError(StaffErrors.secondFactorRequired);
  }
}
