import { CARD_NUMBERINGS, type ControlIdSettings } from '../device-settings/control-id-settings.js';
import type { DeviceMessage } from './device-message.js';
import { readValue, sentValue, type ScanCall, type SentValue } from './scan-fields.js';

/** Which card a value is to a device with this setting; null: none. */
export interface CardReading {
  readonly cardFormat: ControlIdSettings['cardFormat'];
  readonly cardNumber: string | null;
}

export interface UnknownCard {
  /** As the device sent it. */
  readonly value: string;
  /** One for each `cardFormat`. */
  readonly readings: readonly CardReading[];
}

/** What a device read, as every `cardFormat` looks it up; undefined for what is no card in any of them. */
export function readUnknownCard(
  call: ScanCall,
  fields: DeviceMessage['fields'],
): UnknownCard | undefined {
  const sent = sentValue(call, fields);
  if (!sent || !mayBeCard(sent)) return undefined;
  const readings = CARD_NUMBERINGS.map((cardFormat) => ({
    cardFormat,
    cardNumber: shownAs(sent, cardFormat).cardNumber ?? null,
  }));
  return { value: sent.text.trim(), readings };
}

/** Numbers of 18 and 19 digits are codes. The text of a QR code is no card, and may be anything. */
function mayBeCard(sent: SentValue): boolean {
  const { cardNumber, code } = shownAs(sent, 'RAW');
  const isOfCard = sent.field === 'card_value' || sent.field === 'uhf_tag';
  return cardNumber !== undefined || (isOfCard && code === undefined);
}

const shownAs = (sent: SentValue, cardFormat: ControlIdSettings['cardFormat']) =>
  readValue(sent, { cardFormat, userIdIs: 'NOTHING' });
