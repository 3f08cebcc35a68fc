import { Answer } from '../../platform/http/answer-fields.js';
import { OneOf, Text } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/paging.js';
import {
  COMMAND_KINDS,
  COMMAND_STATES,
  type DeviceCommand,
  type CommandState,
} from '../push/command.js';

const WAYS = ['IN', 'OUT'] as const;

export class OpenDeviceDto {
  @OneOf(WAYS)
  way!: (typeof WAYS)[number];

  @Text({ max: 200, description: 'Why; it stands in the audit log' })
  reason!: string;
}

export class CommandsQuery extends PageQuery {
  @OneOf(COMMAND_STATES, { optional: true })
  state?: CommandState;
}

/** A command that was made just now. */
export class AcceptedCommandDto {
  @Answer.uuid()
  commandId!: string;

  @Answer.oneOf(COMMAND_STATES)
  state!: CommandState;

  @Answer.instant('From then on it is not handed out any more; null: it waits', { nullable: true })
  expiresAt!: Date | null;

  static from({ id, state, expiresAt }: DeviceCommand): AcceptedCommandDto {
    return { commandId: id, state, expiresAt };
  }
}

/** A command and what became of it. */
export class CommandDto extends AcceptedCommandDto {
  @Answer.oneOf(COMMAND_KINDS, 'OPEN: the door, once')
  kind!: DeviceCommand['kind'];

  @Answer.text("Which call of the device's own API it is")
  endpoint!: string;

  @Answer.instant()
  createdAt!: Date;

  @Answer.instant('When the device fetched it last', { nullable: true })
  handedOutAt!: Date | null;

  @Answer.whole('OPEN never more than once')
  timesHandedOut!: number;

  @Answer.instant(undefined, { nullable: true })
  endedAt!: Date | null;

  @Answer.text('What the device said of one that failed', { nullable: true })
  error!: string | null;

  static override from(command: DeviceCommand): CommandDto {
    const { kind, endpoint, createdAt, handedOutAt, timesHandedOut, endedAt, error } = command;
    return {
      ...AcceptedCommandDto.from(command),
      kind,
      endpoint,
      createdAt,
      handedOutAt,
      timesHandedOut,
      endedAt,
      error,
    };
  }
}
