import { isAddressOrNetwork } from '../../platform/config/trust-proxy.js';
import { listRule } from '../../platform/http/field-rules.js';
import { Checked, Flag, Nested, OneOf, Text, Whole } from '../../platform/http/fields.js';
import type { Rule } from '../../platform/values/rule.js';
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

const DIGITS = { pattern: /^[0-9]{1,19}$/, message: 'must be a text of 1 to 19 digits' };
const ASCII = { pattern: /^[ -~]+$/, message: 'must be printable ASCII characters' };
const CLEARABLE = { optional: true, nullable: true } as const;

const MOST_ADDRESSES = 20;
const addressRule: Rule = (value) =>
  typeof value === 'string' && isAddressOrNetwork(value)
    ? undefined
    : 'is no address or network (192.0.2.7, 10.0.0.0/8, fd00::/8)';

class ActionParametersDto {
  @Text({ max: 100, shape: ASCII })
  in!: string;

  @Text({ max: 100, shape: ASCII })
  out!: string;
}

/** What is to be set of a device; null is the default again. */
export class ControlIdChangeDto {
  @OneOf(MODELS, { ...CLEARABLE, description: 'Chooses action, QR module and mode' })
  model?: ControlIdSettings['model'] | null;

  @Text({
    ...CLEARABLE,
    max: 19,
    shape: DIGITS,
    description: 'The number that the maker gave it; calls of another one are refused',
  })
  deviceId?: string | null;

  @OneOf(ACTIONS, { ...CLEARABLE, description: 'What opens it; by default by model' })
  action?: ControlIdSettings['action'] | null;

  @Nested(() => ActionParametersDto, {
    ...CLEARABLE,
    description: 'What is sent with the action instead of the computed text',
  })
  actionParameters?: ActionParametersDto | null;

  @OneOf(ENTRY_ROTATIONS, {
    ...CLEARABLE,
    description: 'Which way a turnstile turns for people who enter',
  })
  entryTurn?: ControlIdSettings['entryTurn'] | null;

  @OneOf(ENTRY_EVENTS, { ...CLEARABLE, description: 'Which report means "in"; null: either' })
  entryTurnEvent?: ControlIdSettings['entryTurnEvent'];

  @OneOf(QR_READINGS, CLEARABLE)
  qrMode?: ControlIdSettings['qrMode'] | null;

  @OneOf(CARD_NUMBERINGS, { ...CLEARABLE, description: 'How its card numbers are read' })
  cardFormat?: ControlIdSettings['cardFormat'] | null;

  @OneOf(USER_IDS, { ...CLEARABLE, description: 'What the id of a person it knows itself means' })
  userIdIs?: ControlIdSettings['userIdIs'] | null;

  @OneOf(RECOGNISED_BY, { ...CLEARABLE, description: 'Who recognises; by default by model' })
  identification?: ControlIdSettings['identification'] | null;

  @Whole({ ...CLEARABLE, min: 1_000, max: 10_000, description: 'How long it waits for an answer' })
  requestTimeoutMs?: number | null;

  @OneOf(ALIVE_ANSWERS, { ...CLEARABLE, description: 'How `device_is_alive` is answered' })
  aliveAnswer?: ControlIdSettings['aliveAnswer'] | null;

  @Flag({ ...CLEARABLE, description: 'Whether it decides alone while it cannot reach us' })
  contingency?: boolean | null;

  @Flag({ ...CLEARABLE, description: 'Whether its display shows first names' })
  showName?: boolean | null;

  @Checked(
    listRule({ max: MOST_ADDRESSES, unique: true, entry: addressRule }),
    { ...CLEARABLE, description: 'Addresses and networks from which it may call; empty: any' },
    { type: [String], maxItems: MOST_ADDRESSES },
  )
  sourceAddresses?: readonly string[] | null;

  @Whole({ ...CLEARABLE, min: 5, max: 120, description: 'How long a turn is waited for' })
  turnTimeoutSeconds?: number | null;
}
