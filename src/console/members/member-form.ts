import type { ConsolePage } from '../frame/console-page.js';
import { ownNumberOf, type Member } from './member.js';

const TEXTS = [
  'firstName',
  'lastName',
  'email',
  'phoneNumber',
  'birthDate',
  'language',
  'gympassId',
  'gympassUserId',
] as const;

export const MEMBER_FIELDS = [...TEXTS, 'number', 'homeGymId', 'cardNumber', 'cardIsBlocked'];

/** By the names of the fields. */
export function memberValues(member: Member): Readonly<Record<string, string>> {
  const texts = TEXTS.map((name) => [name, member[name] ?? ''] as const);
  return {
    ...Object.fromEntries(texts),
    number: ownNumberOf(member) ?? '',
    homeGymId: String(member.homeGymId ?? ''),
    cardNumber: member.cardNumber ?? '',
    cardIsBlocked: member.cardIsBlocked ? 'on' : '',
  };
}

/** Only what is another value than before; of a new person, whatever was typed. */
export function memberChanges(
  { form }: ConsolePage,
  before: Readonly<Record<string, string>> = {},
): Record<string, unknown> {
  const changed = (name: string) => form.text(name) !== (before[name] ?? '');
  const gym = form.text('homeGymId');
  const card = form.text('cardNumber');
  const texts = TEXTS.filter(changed).map((name) => [name, form.text(name) || null]);
  const isBlocked = form.isChecked('cardIsBlocked');
  return {
    ...Object.fromEntries(texts),
    ...(changed('number') && form.text('number') !== '' && { number: form.text('number') }),
    ...(changed('homeGymId') && { homeGymId: /^\d+$/.test(gym) ? Number(gym) : null }),
    ...(changed('cardNumber') && { cardNumber: card === '' ? null : { value: card } }),
    ...(isBlocked !== (before['cardIsBlocked'] === 'on') && { cardIsBlocked: isBlocked }),
  };
}
