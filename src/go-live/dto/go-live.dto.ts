import { Answer } from '../../platform/http/answer-fields.js';
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
  @Answer.id()
  gymId!: number;

  @Answer.text()
  name!: string;

  @Answer.oneOf(STATES)
  state!: GoLiveState;

  @Answer.text('Of a test; the field that is absent', { nullable: true })
  result!: string | null;

  @Answer.instant(undefined, { nullable: true })
  at!: Date | null;

  static from({ gymId, name, state, result, at }: GoLiveGym): GoLiveGymDto {
    return { gymId, name, state, result, at };
  }
}

export class GoLiveItemDto {
  @Answer.oneOf(GO_LIVE_KEYS)
  key!: GoLiveKey;

  @Answer.oneOf(STATES)
  state!: GoLiveState;

  @Answer.instant('When it was told or tried last', { nullable: true })
  at!: Date | null;

  @Answer.text('Who told or tried it', { nullable: true })
  by!: string | null;

  @Answer.whole('Gyms or people that are left', { nullable: true })
  missing!: number | null;

  @Answer.list(() => GoLiveGymDto)
  gyms!: GoLiveGymDto[];

  static from({ key, state, at, by, missing, gyms }: GoLiveItem): GoLiveItemDto {
    return { key, state, at, by, missing, gyms: gyms.map(GoLiveGymDto.from) };
  }
}

/** The whole list: there is one page. */
export class GoLiveListDto {
  @Answer.list(() => GoLiveItemDto)
  items!: GoLiveItemDto[];
}
