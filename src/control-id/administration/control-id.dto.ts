import { Answer } from '../../platform/http/answer-fields.js';
import { CONTACT_MODES, NEVER, type Contact } from '../contact/contacts.repository.js';
import {
  ACTIONS,
  ALIVE_ANSWERS,
  CARD_NUMBERINGS,
  RECOGNISED_BY,
  MODELS,
  QR_READINGS,
  ENTRY_EVENTS,
  ENTRY_ROTATIONS,
  USER_IDS,
  type ControlIdSettings,
} from '../device-settings/control-id-settings.js';

export class ShownActionParametersDto {
  @Answer.text()
  in!: string;

  @Answer.text()
  out!: string;
}

/** The settings of a Control iD device, complete. Its address is not among them: `controlId.getSetup`. */
export class ControlIdSettingsDto implements ControlIdSettings {
  @Answer.oneOf(MODELS)
  model!: ControlIdSettings['model'];

  @Answer.text('Calls of another one are refused; null: not compared', { nullable: true })
  deviceId!: string | null;

  @Answer.oneOf(ACTIONS, 'What opens it')
  action!: ControlIdSettings['action'];

  @Answer.object(() => ShownActionParametersDto, 'Instead of the computed text', { nullable: true })
  actionParameters!: ShownActionParametersDto | null;

  @Answer.oneOf(ENTRY_ROTATIONS, 'Which way a turnstile turns for people who enter')
  entryTurn!: ControlIdSettings['entryTurn'];

  @Answer.oneOf(ENTRY_EVENTS, 'Which report means "in"; null: either', { nullable: true })
  entryTurnEvent!: ControlIdSettings['entryTurnEvent'];

  @Answer.oneOf(QR_READINGS)
  qrMode!: ControlIdSettings['qrMode'];

  @Answer.oneOf(CARD_NUMBERINGS)
  cardFormat!: ControlIdSettings['cardFormat'];

  @Answer.oneOf(USER_IDS)
  userIdIs!: ControlIdSettings['userIdIs'];

  @Answer.oneOf(RECOGNISED_BY)
  identification!: ControlIdSettings['identification'];

  @Answer.whole()
  requestTimeoutMs!: number;

  @Answer.oneOf(ALIVE_ANSWERS)
  aliveAnswer!: ControlIdSettings['aliveAnswer'];

  @Answer.flag()
  contingency!: boolean;

  @Answer.flag()
  showName!: boolean;

  @Answer.texts('Empty: it may call from anywhere')
  sourceAddresses!: readonly string[];

  @Answer.whole()
  turnTimeoutSeconds!: number;

  static from(settings: ControlIdSettings): ControlIdSettingsDto {
    return { ...settings };
  }
}

/** What a device told by its calls. */
export class DeviceContactDto {
  @Answer.instant('The last call, to 2 seconds', { nullable: true })
  lastSeenAt!: Date | null;

  @Answer.text('By which it called itself last', { nullable: true })
  deviceId!: string | null;

  @Answer.oneOf(CONTACT_MODES, 'CONTINGENCY: it decides alone')
  mode!: Contact['mode'];

  @Answer.instant('Since when it is in this mode', { nullable: true })
  since!: Date | null;

  @Answer.whole('Access logs that it has not sent', { nullable: true })
  pendingAccessLogs!: number | null;

  @Answer.whole('By how much its clock is ahead', { nullable: true })
  clockSkewSeconds!: number | null;

  @Answer.instant('Since when no turn has been reported: the end of the first wait for one', {
    nullable: true,
  })
  firstUnconfirmed!: Date | null;

  /** @param contact undefined: it has not called yet */
  static from(contact: Contact = NEVER): DeviceContactDto {
    return {
      lastSeenAt: contact.lastSeenAt,
      deviceId: contact.reportedDeviceId,
      mode: contact.mode,
      since: contact.modeSince,
      pendingAccessLogs: contact.pendingAccessLogs,
      clockSkewSeconds: contact.clockSkewSeconds,
      firstUnconfirmed: contact.firstUnconfirmedAt,
    };
  }
}
