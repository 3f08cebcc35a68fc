import { Answer } from '../../platform/http/answer-fields.js';
import { Whole } from '../../platform/http/fields.js';
import type { LearnedCard } from '../card-learning/card-learning.js';
import { CONTACT_MODES, NEVER, type Contact } from '../contact/contacts.repository.js';
import { ENTRY_EVENTS } from '../device-settings/control-id-settings.js';
import { setupScript } from '../setup/setup-script.js';
import { setupSteps, type DeviceSetup, type SetupStep } from '../setup/setup-steps.js';
import { SETUP_WARNINGS, setupWarnings, type SetupWarning } from '../setup/setup-warnings.js';
import { UnknownCardDto } from './unknown-card.dto.js';

const DAY = 86_400;
const WEEK = 7 * DAY;
export const USUAL_GRACE = DAY;

export class MoveDeviceDto {
  @Whole({
    optional: true,
    max: WEEK,
    description: 'How long the address before still works; a day unless given, 0: no longer',
  })
  graceSeconds?: number;
}

/** The new address of a device. */
export class MovedDeviceDto {
  @Answer.id('Of the device')
  id!: number;

  @Answer.text('What the device is given as its server; absent where a call is repeated', {
    optional: true,
  })
  address?: string;

  @Answer.instant('Until when addresses before it work')
  previousAddressUntil!: Date;
}

export class SetupWarningDto implements SetupWarning {
  @Answer.oneOf(SETUP_WARNINGS)
  code!: SetupWarning['code'];

  @Answer.text()
  detail!: string;
}

export class SetupStepDto implements SetupStep {
  @Answer.whole()
  no!: number;

  @Answer.text()
  title!: string;

  @Answer.oneOf(['POST'], 'Null: a person does something at the device', { nullable: true })
  method!: SetupStep['method'];

  @Answer.text('At the device itself; append `?session=…` after the log-in', { nullable: true })
  path!: string | null;

  @Answer.schema<SetupStep['body']>(
    { type: 'object', additionalProperties: true, nullable: true },
    'To send as JSON; `$LOGIN`, `$PASSWORD` and `$SERVER_ID` are to be replaced',
  )
  body!: SetupStep['body'];

  @Answer.text('What shows that it worked')
  expect!: string;
}

export class SetupCheckDto {
  @Answer.instant('The last call of the device', { nullable: true })
  lastSeenAt!: Date | null;

  @Answer.oneOf(CONTACT_MODES)
  mode!: Contact['mode'];

  @Answer.oneOf(ENTRY_EVENTS, 'Which side the arm last turned to, for `entryTurnEvent`', {
    nullable: true,
  })
  lastTurn!: Contact['lastTurn'];

  @Answer.instant('When that was reported', { nullable: true })
  lastTurnAt!: Date | null;

  @Answer.object(() => UnknownCardDto, 'After `controlId.learnCard`; shown once', {
    nullable: true,
  })
  unknownCard!: UnknownCardDto | null;
}

/** How a device is set up. It holds the secret of the device. */
export class SetupDto {
  @Answer.text('What the device is given as its server')
  address!: string;

  @Answer.list(() => SetupWarningDto)
  warnings!: SetupWarningDto[];

  @Answer.list(() => SetupStepDto, 'For a person in the network of the gym, in this order')
  steps!: SetupStepDto[];

  @Answer.text('The same for a POSIX shell with curl; it reads DEVICE, LOGIN and PASSWORD')
  script!: string;

  @Answer.object(() => SetupCheckDto, 'What the device has told by its calls')
  check!: SetupCheckDto;

  static from(setup: DeviceSetup, contact: Contact = NEVER, card?: LearnedCard): SetupDto {
    const { lastSeenAt, mode, lastTurn, lastTurnAt } = contact;
    const unknownCard = card ? UnknownCardDto.from(card) : null;
    return {
      address: setup.address,
      warnings: setupWarnings(setup),
      steps: setupSteps(setup),
      script: setupScript(setup),
      check: { lastSeenAt, mode, lastTurn, lastTurnAt, unknownCard },
    };
  }
}
