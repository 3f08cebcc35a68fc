import type { Form } from '../../pages/index.js';
import { numberOf, textOrNull } from '../settings/setting-fields.js';
import type { Pass } from './pass.js';

/** The beginning of the names of checkboxes. */
export const GYM_BOX = 'gymIds.';

export const passFieldsIn = (form: Form): string[] => [
  'type',
  'validFrom',
  'validUntil',
  'entries',
  'note',
  ...form.checkedOf(GYM_BOX).map((id) => GYM_BOX + id),
];

export const newPassValues = (today: string): Record<string, string> => ({
  type: 'GUEST',
  validFrom: today,
  validUntil: today,
  entries: '1',
});

export const passValues = (pass: Pass): Record<string, string> => ({
  type: pass.type,
  validFrom: pass.validFrom,
  validUntil: pass.validUntil ?? '',
  entries: String(pass.entries ?? ''),
  note: pass.note ?? '',
  ...Object.fromEntries((pass.gymIds ?? []).map((id) => [GYM_BOX + id, 'on'])),
});

/** What the form sets: a pass of the staff counts no entries. */
export function passIn(form: Form) {
  const gymIds = form.checkedOf(GYM_BOX).map(Number);
  const entries = form.text('entries');
  return {
    gymIds: gymIds.length === 0 ? null : gymIds,
    validFrom: form.text('validFrom'),
    validUntil: textOrNull(form.text('validUntil')),
    ...(form.text('type') === 'GUEST' && { entries: entries === '' ? null : numberOf(entries) }),
    ...(form.text('note') !== '' && { note: form.text('note') }),
  };
}
