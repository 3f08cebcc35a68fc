import { GRANTED, type ScanAnswer } from '../device-answers/scan-answer.js';
import { isTurnstile } from '../device-wire/device-models.js';
import type { Reading } from '../device-wire/presented.js';
import type { DeviceParts } from './device-parts.js';

/** What is done about one scan, and who decided it. `reader`: it could not be read, so nothing was sent. */
export interface DeviceDecision extends ScanAnswer {
  readonly decidedBy: 'server' | 'device' | 'reader';
}

/** The vendor's code for a person or card that is not known. */
export const NOT_IDENTIFIED = 3;

interface LocalPerson {
  readonly userId: string;
  readonly userName: string;
}

/** By its own users and cards. Without contingency the device only shows that no answer came. */
export function decideAlone(parts: DeviceParts, reading: Reading): DeviceDecision {
  if (parts.modes.mode() === 'ONLINE') return refusal('Servidor sem resposta');
  const person = findPerson(parts, reading);
  if (person === undefined) return refusal('Nao identificado');
  const opening = isTurnstile(parts.settings.model)
    ? ({ action: 'catra', parameters: 'allow=clockwise' } as const)
    : ({ action: 'door', parameters: 'door=1' } as const);
  const message = 'Acesso liberado';
  return { decidedBy: 'device', event: GRANTED, ...person, message, actions: [opening] };
}

const refusal = (message: string): DeviceDecision => ({
  decidedBy: 'device',
  event: NOT_IDENTIFIED,
  userId: '0',
  userName: '',
  message,
  actions: [],
});

function findPerson(
  { memory, settings }: DeviceParts,
  { field, value, userId }: Reading,
): LocalPerson | undefined {
  const isCard = field === 'card_value';
  const card = isCard ? memory.find('cards', 'value', value) : undefined;
  const user = memory.find('users', 'id', card?.['user_id'] ?? userId);
  if (user !== undefined) return { userId: user['id'] ?? '0', userName: user['name'] ?? '' };
  const isKnownCard = card !== undefined || (isCard && settings.localCards.includes(value));
  return isKnownCard ? { userId: '0', userName: '' } : undefined;
}
