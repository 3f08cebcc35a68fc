import { ApiProperty } from '@nestjs/swagger';
import { Flag } from '../../platform/http/fields.js';
import {
  GO_LIVE_KEYS,
  type GoLiveGym,
  type GoLiveItem,
  type GoLiveKey,
  type GoLiveState,
} from '../go-live-items.js';

const STATES = ['DONE', 'MISSING', 'UNKNOWN'] as const;

export class ConfirmBackupsDto {
  @Flag({ description: 'Backups are made, and one was restored for a try' })
  confirmed!: boolean;
}

export class GoLiveGymDto {
  gymId!: number;
  name!: string;

  @ApiProperty({ enum: STATES })
  state!: GoLiveState;

  @ApiProperty({ type: String, nullable: true, description: 'Of a test; the field that is absent' })
  result!: string | null;

  @ApiProperty({ type: Date, nullable: true })
  at!: Date | null;

  static from({ gymId, name, state, result, at }: GoLiveGym): GoLiveGymDto {
    return { gymId, name, state, result, at };
  }
}

export class GoLiveItemDto {
  @ApiProperty({ enum: GO_LIVE_KEYS })
  key!: GoLiveKey;

  @ApiProperty({ enum: STATES })
  state!: GoLiveState;

  @ApiProperty({ type: Date, nullable: true, description: 'When it was told or tried last' })
  at!: Date | null;

  @ApiProperty({ type: String, nullable: true, description: 'Who told or tried it' })
  by!: string | null;

  @ApiProperty({ type: Number, nullable: true, description: 'Gyms or people that are left' })
  missing!: number | null;

  @ApiProperty({ type: [GoLiveGymDto] })
  gyms!: GoLiveGymDto[];

  static from({ key, state, at, by, missing, gyms }: GoLiveItem): GoLiveItemDto {
    return { key, state, at, by, missing, gyms: gyms.map(GoLiveGymDto.from) };
  }
}
